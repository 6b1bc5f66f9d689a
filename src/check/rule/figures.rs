//! Rules about figures.

pub(super) mod approximation;
mod claims;
mod counts;
pub(super) mod figure_conflict;
pub(super) mod figure_logic;
pub(super) mod frequency_total;
mod ledger;
pub(super) mod list_count;
pub(super) mod measure_word;
pub(super) mod no_figure;
pub(super) mod part_exceeds_whole;
pub(super) mod rate_impossible;
pub(super) mod rate_out_of_range;
pub(super) mod rate_whole_mismatch;
pub(super) mod sum_mismatch;
mod sums;
pub(super) mod unit_mixed;
pub(super) mod village_count;
pub(super) mod zero_omitted;
