//! Totals with the parts that a sentence lists for them.

use super::counts::{Sentence, alike, is_count};
use crate::check::around;
use crate::check::prose::Number;
use crate::check::tables::{begins, ends, has};
use crate::report::Amount;

/// A total with its parts, by their numbers in the sentence.
#[derive(Debug)]
pub(super) struct Sum {
    pub(super) total: usize,
    pub(super) parts: Vec<usize>,
    /// Whether nothing is left out of the list.
    pub(super) whole: bool,
    /// Whether only parts that are more than the total are a fault.
    pub(super) only_more: bool,
}

/// How many numbers before a list its total is looked for.
const MOST_BEFORE: usize = 24;

/// How many characters before the first number of a sentence its time is looked for.
const MOST_OF_TIME: usize = 12;

/// Whether all brackets of a stretch are closed in it: of 、村（社区）干部.
fn is_closed(text: &str) -> bool {
    let open = text.chars().try_fold(0_u32, |open, c| match c {
        '（' | '(' => Some(open + 1),
        '）' | ')' => open.checked_sub(1),
        _ => Some(open),
    });
    open == Some(0)
}

impl Sentence<'_> {
    /// The parts that are listed behind a total: 8件，其中4件、1件、2件.
    pub(super) fn listed(&self) -> Vec<Sum> {
        let mut sums = Vec::new();
        let mut index = 1;
        while index < self.numbers.len() {
            let parts = self.list(index);
            index += parts.len().max(1);
            sums.extend(self.sum_of(&parts));
        }
        sums
    }

    /// The parts that stand before a total: 21件、4件，合计25件.
    pub(super) fn added(&self) -> Vec<Sum> {
        let totals = (2..self.numbers.len()).filter(|&own| self.is_added_up(own));
        totals.filter_map(|total| self.parts_before(total)).collect()
    }

    /// What is left of two numbers before: 19个，解决17个，其余2个.
    pub(super) fn left(&self) -> Vec<Sum> {
        let left = (2..self.numbers.len()).filter(|&own| self.is_rest(own));
        let sums = left.filter_map(|rest| {
            let of = |&own: &usize| alike(&self.numbers[own], &self.numbers[rest]);
            let before: Vec<usize> = (0..rest).filter(of).collect();
            let [total, part] = before[..] else { return None };
            let counts = [total, part, rest].iter().all(|&own| is_count(&self.numbers[own]));
            let listed = (total + 1..=rest).any(|own| has(self.gap(own), &self.words.among));
            // 占道56起、乱停20起，其余3起: what is listed side by side is no part.
            let listed = listed || self.gap(part).starts_with('、');
            let less = self.numbers[part].value.compare(&self.numbers[total].value).is_lt();
            let parts = vec![part, rest];
            (counts && less && !listed).then_some(Sum {
                total,
                parts,
                whole: true,
                only_more: false,
            })
        });
        sums.collect()
    }

    fn is_rest(&self, index: usize) -> bool {
        let number = &self.numbers[index];
        number.name.is_empty() && ends(&self.text[..number.range.start], &self.words.rest)
    }

    fn is_added_up(&self, index: usize) -> bool {
        let number = &self.numbers[index];
        let adjacent = number.total.end == number.digits.start && !number.total.is_empty();
        let word = self.part(&number.total);
        let named = self.words.sums.iter().any(|own| own == word);
        let bare = adjacent && number.name.is_empty();
        named && is_count(number) && (bare || self.is_named_alike(index))
    }

    /// Whether a number tells a sum by the name of the parts right before it: 村调解员化解12件，
    /// 司法所化解25件，共化解37件.
    fn is_named_alike(&self, index: usize) -> bool {
        let number = &self.numbers[index];
        let name = self.part(&number.name);
        let behind = number.total.end == number.name.start && !name.is_empty();
        let before = self.numbers[..index].iter().rev().take_while(|own| alike(own, number));
        let same = before.take_while(|own| self.is_more_of(own, name));
        behind && same.count() > 1
    }

    /// Whether the name of a number is longer than that of a total, and ends with it.
    fn is_more_of(&self, number: &Number, name: &str) -> bool {
        let own = self.part(&number.name);
        own != name && own.ends_with(name)
    }

    fn parts_before(&self, total: usize) -> Option<Sum> {
        let fits = |own: &usize| {
            let number = &self.numbers[*own];
            let breaks = self.gap(*own + 1).contains('；');
            alike(number, &self.numbers[total]) && is_count(number) && !breaks
        };
        let mut all: Vec<usize> = (0..total).rev().take_while(fits).collect();
        all.reverse();
        let value = &self.numbers[total].value;
        let right = (0..all.len().saturating_sub(1)).any(|from| self.adds_up(&all[from..], value));
        if right || !self.gap(total).starts_with(['，', '、', ',']) {
            return None;
        }
        let name = self.part(&self.numbers[total].name);
        let goes_on = |own: usize| {
            let listed = self.gap(all[own]).starts_with('、');
            if name.is_empty() {
                listed
            } else {
                self.is_more_of(&self.numbers[all[own - 1]], name)
            }
        };
        let from = (1..all.len()).rev().take_while(|&own| goes_on(own));
        let from = from.last().map_or(0, |own| own - 1);
        let parts = all.split_off(from);
        // What tells its sum by a name may leave out who did the rest.
        let whole = name.is_empty();
        let fills = parts.len() > 1 && self.fills(&parts, total);
        fills.then_some(Sum { total, parts, whole, only_more: false })
    }

    /// Whether parts may fill the time of a total: months of a year do not, four quarters do.
    fn fills(&self, parts: &[usize], total: usize) -> bool {
        let all = self.numbers[total].period;
        if parts.iter().all(|&own| self.numbers[own].period == all) {
            return true;
        }
        self.words.times.iter().any(|times| {
            let is = |(&own, time): (&usize, &String)| self.gap_before(own).contains(time.as_str());
            times.len() == parts.len() && parts.iter().zip(times).all(is)
        })
    }

    /// What stands before a number, up to the one before it or the beginning of the sentence.
    fn gap_before(&self, index: usize) -> &str {
        if index > 0 {
            return self.gap(index);
        }
        let end = self.numbers[0].digits.start;
        around::last_chars(&self.text[..end], MOST_OF_TIME)
    }

    /// The numbers from one on that stand in a list with it.
    fn list(&self, first: usize) -> Vec<usize> {
        let own = &self.numbers[first];
        let mut list = vec![first];
        for (index, next) in self.numbers.iter().enumerate().skip(first + 1) {
            let gap = self.gap(index);
            let opens = has(gap, &self.words.among) || has(gap, &self.words.listing);
            let parted =
                !gap.starts_with(['、', '，', ',']) || gap.contains('；') || !is_closed(gap);
            let pauses = gap.matches(['，', ',']).count();
            let ended = opens || parted || pauses > 1 || (pauses == 1 && gap.starts_with('、'));
            if ended || !alike(own, next) || !next.total.is_empty() {
                break;
            }
            list.push(index);
        }
        list
    }

    /// The total that a list belongs to, if the sentence says that it has one.
    fn sum_of(&self, all: &[usize]) -> Option<Sum> {
        let first = *all.first().filter(|_| all.len() > 1)?;
        let gap = self.gap(first);
        let listing = has(gap, &self.words.listing);
        let partition = self.is_partition(all);
        let opened = has(gap, &self.words.among) || listing;
        if !opened && partition.is_none() {
            return None;
        }
        let only_more = !opened && partition == Some(false);
        let parts = self.run(all);
        let whole = listing || self.is_partition(parts) == Some(true) || self.is_closed(parts);
        let last = &self.numbers[*parts.last()?];
        let open = self.text[last.range.end..].starts_with('等') || has(gap, &self.words.loose);
        let vague = parts.iter().any(|&own| !is_count(&self.numbers[own]));
        if open || vague || (!self.is_closed(parts) && self.overlap(parts)) {
            return None;
        }
        let total = self.total_before(first, all, parts)?;
        Some(Sum { total, parts: parts.to_vec(), whole, only_more })
    }

    /// The list up to its first ，, unless it goes on in the same way behind it.
    fn run<'l>(&self, all: &'l [usize]) -> &'l [usize] {
        let pauses = |own: &usize| !self.gap(*own).starts_with('、');
        let end = all.iter().skip(1).position(pauses).map_or(all.len(), |own| own + 1);
        let goes_on = all[end..].iter().skip(1).any(|own| !pauses(own)) || self.is_closed(all);
        if end < 2 || goes_on { all } else { &all[..end] }
    }

    /// The count before a list that it is most likely to be parts of; none where it adds
    /// up to one, or where that is not exact.
    fn total_before(&self, first: usize, all: &[usize], parts: &[usize]) -> Option<usize> {
        let own = &self.numbers[first];
        let after_break = |index: &usize| !self.gap(*index + 1).contains('；');
        let before = (0..first).rev().take(MOST_BEFORE).take_while(after_break);
        let totals: Vec<usize> = before.filter(|&total| alike(&self.numbers[total], own)).collect();
        let sums: Vec<Amount> = (2..=all.len()).filter_map(|end| self.sum(&all[..end])).collect();
        let fits = |total: &usize| {
            let value = &self.numbers[*total].value;
            sums.iter().any(|sum| sum.compare(value).is_eq())
        };
        if totals.iter().any(fits) || totals.iter().any(|&own| !is_count(&self.numbers[own])) {
            return None;
        }
        let sum = self.sum(parts)?;
        let distance = |total: &usize| {
            let value = &self.numbers[*total].value;
            let decimals = value.decimals().max(sum.decimals());
            Some(value.at(decimals)?.abs_diff(sum.at(decimals)?))
        };
        let total = totals.into_iter().min_by_key(|own| distance(own).unwrap_or(u128::MAX))?;
        // Of 党委会26次、办公会18次，其中… nobody can tell to which of them a part belongs.
        let paired = |own: usize| {
            own > 0
                && self.gap(own).starts_with('、')
                && alike(&self.numbers[own], &self.numbers[own - 1])
        };
        let among_others = paired(total) || (total + 1 < first && paired(total + 1));
        (!among_others).then_some(total)
    }

    /// The sum of some numbers.
    pub(super) fn sum(&self, parts: &[usize]) -> Option<Amount> {
        let values: Vec<&Amount> = parts.iter().map(|&own| &self.numbers[own].value).collect();
        Amount::sum(&values)
    }

    fn adds_up(&self, parts: &[usize], value: &Amount) -> bool {
        parts.len() > 1 && self.sum(parts).is_some_and(|sum| sum.compare(value).is_eq())
    }

    /// Whether a list ends with 其他.
    fn is_closed(&self, parts: &[usize]) -> bool {
        let Some(last) = parts.last().map(|&own| &self.numbers[own]) else { return false };
        begins(self.part(&last.name), &self.words.other)
            || ends(&self.text[..last.range.start], &self.words.other)
    }

    /// Whether some may be counted in two parts, or a part has no name.
    fn overlap(&self, parts: &[usize]) -> bool {
        let common = |number: &Number| {
            let name = self.part(&number.name);
            let noun = self.part(&number.noun);
            has(name, &self.words.overlapping) || (name.is_empty() && noun.is_empty())
        };
        parts.iter().any(|&own| common(&self.numbers[own]))
    }

    /// Whether the parts are those of a known partition, and then whether it is whole.
    fn is_partition(&self, parts: &[usize]) -> Option<bool> {
        let named = |words: &[String], own: usize| {
            let name = self.part(&self.numbers[own].name);
            words
                .iter()
                .any(|word| name.ends_with(word.as_str()) || name.starts_with(word.as_str()))
        };
        let partition = self.words.partitions.iter();
        let mut partition =
            partition.filter(|own| parts.iter().all(|&part| named(&own.words, part)));
        let own = partition.next()?;
        Some(parts.iter().any(|&part| named(&own.needs, part)))
    }
}
