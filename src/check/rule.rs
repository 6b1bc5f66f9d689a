//! How rules look: the closed set of families, one file each.
//!
//! A family takes its words and thresholds from the data and holds none itself.
//! One that looks at a line alone is run once for every text of a line; one that
//! compares places is run over all that was read.

mod figures;
mod leftovers;
mod marks;
mod names;
mod slips;
mod structure;
mod substance;
mod years;

use std::sync::Arc;

use serde::Deserialize;

use super::checker::Read;
use super::prose::Prose;
use super::script::{Division, Facts, Line, Script};
use super::sink::Sink;
use super::tables::Tables;
use crate::report::template::Head;

/// A line as a rule sees it.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) line: &'a Line,
    /// Its number in the script; 0 for a rule that sees lines by themselves.
    pub(super) index: usize,
    /// The required content of the section that it stands in.
    pub(super) head: Option<Head>,
    /// What was read of it.
    pub(super) prose: &'a Prose,
    pub(super) facts: &'a Facts,
    pub(super) tables: &'a Tables,
}

impl<'a> View<'a> {
    /// What stands in the line.
    pub(super) fn text(&self) -> &'a str {
        &self.line.text
    }
}

/// A whole report as a rule sees it.
#[derive(Clone, Copy)]
pub(super) struct Whole<'a> {
    pub(super) script: &'a Script,
    pub(super) read: &'a [Arc<Read>],
    pub(super) tables: &'a Tables,
}

impl<'a> Whole<'a> {
    /// The lines of the report in reading order, without those of a file as they stood.
    pub(super) fn lines(&self) -> impl Iterator<Item = View<'a>> + use<'a> {
        let own = *self;
        let all = 0..own.script.lines.len();
        all.filter_map(move |index| own.view(index)).filter(|view| !view.line.source)
    }

    /// The lines of a section.
    pub(super) fn lines_of(&self, division: &Division) -> impl Iterator<Item = View<'a>> + use<'a> {
        let own = *self;
        division.lines.clone().filter_map(move |index| own.view(index))
    }

    /// The line with this number.
    pub(super) fn view(&self, index: usize) -> Option<View<'a>> {
        let line = self.script.lines.get(index)?;
        let head = self.script.divisions.get(line.division).and_then(|own| own.head);
        let prose = &self.read.get(index)?.prose;
        let (facts, tables) = (&self.script.facts, self.tables);
        Some(View { line, index, head, prose, facts, tables })
    }
}

/// Where a text of an example stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The title.
    Title,
    /// 主送机关.
    Addressee,
    /// The heading of an item.
    Heading,
    /// The heading of a part.
    Part,
    /// 导语.
    Preamble,
    /// A text among the results.
    #[default]
    Results,
    /// A text among the shortcomings.
    Shortcomings,
    /// A text about 第一责任人.
    Leadership,
    /// A text of the plan.
    Plan,
    /// The date of signing.
    Date,
    /// 附注.
    Contact,
    /// 抄送.
    CopyTo,
    /// A whole file.
    File,
}

/// How a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Years that are not that of the report.
    StaleYear,
    /// Words of time that are no longer true on the day of signing.
    RelativeTime,
    /// Programmes of another period named as present ones.
    PeriodProgramme,
    /// Meetings after the signing, and the newest one that is not named.
    NewestMeeting,
    /// Wording that was replaced or stripped.
    SupersededPhrase,
    /// Places that somebody meant to fill in.
    PlaceholderLeft,
    /// What a conversion left behind.
    ImportResidue,
    /// Document numbers (发文字号) that are not written as they are.
    DocumentNumber,
    /// Titles of documents that are nearly right.
    DocumentName,
    /// Set phrases with a member lost, changed or moved.
    StandingPhrase,
    /// Slips of a closed list, in their context.
    ConfusedWord,
    /// Another kind of unit than the one that reports.
    WrongUnit,
    /// The form of the title.
    TitleForm,
    /// Brackets and quotation marks without their other half.
    UnbalancedPair,
    /// 《 inside 《.
    NestedTitleMarks,
    /// Half-width marks in Chinese text.
    HalfWidthMark,
    /// White space where none belongs.
    StraySpace,
    /// Marks in day names and spans of years.
    DateMark,
    /// Marks that should not be there, or be others.
    RedundantMark,
    /// Numbers of headings that are skipped, repeated or of another level.
    HeadingNumber,
    /// Chains 一是…二是… with a gap or a repeat.
    OrdinalChain,
    /// Marks behind the numbers of headings and behind headings.
    HeadingMark,
    /// Sections that are longer or shorter than is asked.
    Length,
    /// Totals that their parts do not add up to.
    SumMismatch,
    /// Parts that are more than their whole.
    PartExceedsWhole,
    /// Rates above 100 % or below nothing.
    RateOutOfRange,
    /// Rates that no whole count gives.
    RateImpossible,
    /// Rates that do not fit the counts beside them.
    RateWholeMismatch,
    /// One matter with two values.
    FigureConflict,
    /// Like matters in different units.
    UnitMixed,
    /// 每月, 每周 without a total that fits.
    FrequencyTotal,
    /// A number beside a list of names of another length.
    ListCount,
    /// Figures that cannot be without others.
    FigureLogic,
    /// Matters of which a report says that there was none.
    ZeroOmitted,
    /// Two totals of villages and communities.
    VillageCount,
    /// Numbers without a measure word, or with an odd one.
    MeasureWord,
    /// 余, 多, 近, 约 where they do not fit.
    Approximation,
    /// Items without any figure.
    NoFigure,
    /// Shortcomings that are short, few, or without reasons.
    ThinShortcomings,
    /// Shortcomings that no plan answers.
    UnansweredShortcoming,
    /// Plans among results.
    PlanInResults,
    /// 的 for 地.
    DeParticle,
    /// A word that stands twice.
    DoubledWord,
    /// A manner without the verb that it belongs to.
    VerbLost,
    /// Telephone and identity numbers, private addresses.
    PersonalData,
    /// Rules that compare with the ledger or with last year's report, where a draft has it.
    Waiting,
}

impl Family {
    /// Checks a line by itself.
    pub(super) fn line(self, view: &View, sink: &mut Sink) {
        match self {
            Self::StaleYear => years::stale_year::line(view, sink),
            Self::RelativeTime => years::relative_time::line(view, sink),
            Self::PeriodProgramme => years::period_programme::line(view, sink),
            Self::NewestMeeting => years::newest_meeting::line(view, sink),
            Self::SupersededPhrase => years::superseded_phrase::line(view, sink),
            Self::PlaceholderLeft => leftovers::placeholder_left::line(view, sink),
            Self::ImportResidue => leftovers::import_residue::line(view, sink),
            Self::DocumentNumber => names::document_number::line(view, sink),
            Self::StandingPhrase => names::standing_phrase::line(view, sink),
            Self::ConfusedWord => names::confused_word::line(view, sink),
            Self::WrongUnit => names::wrong_unit::line(view, sink),
            Self::NestedTitleMarks => marks::nested_title_marks::line(view, sink),
            Self::HalfWidthMark => marks::half_width_mark::line(view, sink),
            Self::StraySpace => marks::stray_space::line(view, sink),
            Self::DateMark => marks::date_mark::line(view, sink),
            Self::RedundantMark => marks::redundant_mark::line(view, sink),
            Self::SumMismatch => figures::sum_mismatch::line(view, sink),
            Self::PartExceedsWhole => figures::part_exceeds_whole::line(view, sink),
            Self::RateOutOfRange => figures::rate_out_of_range::line(view, sink),
            Self::RateImpossible => figures::rate_impossible::line(view, sink),
            Self::RateWholeMismatch => figures::rate_whole_mismatch::line(view, sink),
            Self::ListCount => figures::list_count::line(view, sink),
            Self::MeasureWord => figures::measure_word::line(view, sink),
            Self::Approximation => figures::approximation::line(view, sink),
            Self::PlanInResults => substance::plan_in_results::line(view, sink),
            Self::DeParticle => substance::de_particle::line(view, sink),
            Self::DoubledWord => substance::doubled_word::line(view, sink),
            Self::VerbLost => substance::verb_lost::line(view, sink),
            Self::PersonalData => substance::personal_data::line(view, sink),
            _ => {}
        }
    }

    /// Checks the whole report.
    pub(super) fn whole(self, whole: &Whole, sink: &mut Sink) {
        match self {
            Self::NewestMeeting => years::newest_meeting::whole(whole, sink),
            Self::ImportResidue => leftovers::import_residue::whole(whole, sink),
            Self::DocumentName => names::document_name::whole(whole, sink),
            Self::WrongUnit => names::wrong_unit::whole(whole, sink),
            Self::TitleForm => names::title_form::whole(whole, sink),
            Self::UnbalancedPair => marks::unbalanced_pair::whole(whole, sink),
            Self::HeadingNumber => structure::heading_number::whole(whole, sink),
            Self::OrdinalChain => structure::ordinal_chain::whole(whole, sink),
            Self::HeadingMark => structure::heading_mark::whole(whole, sink),
            Self::Length => structure::length::whole(whole, sink),
            Self::SumMismatch => figures::sum_mismatch::whole(whole, sink),
            Self::PartExceedsWhole => figures::part_exceeds_whole::whole(whole, sink),
            Self::RateImpossible => figures::rate_impossible::whole(whole, sink),
            Self::FigureConflict => figures::figure_conflict::whole(whole, sink),
            Self::UnitMixed => figures::unit_mixed::whole(whole, sink),
            Self::FrequencyTotal => figures::frequency_total::whole(whole, sink),
            Self::FigureLogic => figures::figure_logic::whole(whole, sink),
            Self::ZeroOmitted => figures::zero_omitted::whole(whole, sink),
            Self::VillageCount => figures::village_count::whole(whole, sink),
            Self::NoFigure => figures::no_figure::whole(whole, sink),
            Self::ThinShortcomings => substance::thin_shortcomings::whole(whole, sink),
            Self::UnansweredShortcoming => substance::unanswered_shortcoming::whole(whole, sink),
            _ => {}
        }
    }

    /// Whether it looks at the lines of a file as they stood.
    pub(super) fn reads_source(self) -> bool {
        matches!(self, Self::ImportResidue | Self::StraySpace)
    }
}
