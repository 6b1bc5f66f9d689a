//! Rules about substance, grammar and privacy.

pub(super) mod de_particle;
pub(super) mod doubled_word;
mod items;
pub(super) mod personal_data;
pub(super) mod plan_in_results;
pub(super) mod thin_shortcomings;
pub(super) mod unanswered_shortcoming;
pub(super) mod verb_lost;
