//! Signs: where the words of the great lists stand. All lists are looked for in one walk over the flow, so
//! that a rule looks only where it can find something.

use crate::Language;
use crate::dates;
use crate::language::lexicon;
use crate::words::Tagged;
use std::ops::Range;
use std::sync::LazyLock;

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sign {
    /// Words with which one body orders another.
    Order = 1,
    /// Words with which one body asks another.
    Request = 1 << 1,
    /// Words of duty.
    Duty = 1 << 2,
    /// Words that say with whom something is done.
    With = 1 << 3,
    /// Words of time.
    Time = 1 << 4,
    /// Words before the least of a number.
    AtLeast = 1 << 5,
    /// Kinds of works and investments.
    Project = 1 << 6,
    /// Numbers in words.
    Number = 1 << 7,
}

/// The signs of a document, in the order of the text.
pub(super) struct Signs {
    /// A place in the flow, and the lists that have words there, a bit for each.
    places: Vec<(usize, u8)>,
}

impl Signs {
    /// The signs of a text in lower case.
    pub(super) fn of(low: &str, language: Language) -> Self {
        Self { places: lists(language).places(low) }
    }

    /// Where the words of a list start in a stretch.
    pub(super) fn within(&self, stretch: Range<usize>, sign: Sign) -> impl Iterator<Item = usize> + '_ {
        let from = self.places.partition_point(|(at, _)| *at < stretch.start);
        let behind = self.places.get(from..).unwrap_or_default().iter();
        let inside = behind.take_while(move |(at, _)| *at < stretch.end);
        inside.filter(move |(_, lists)| lists & sign as u8 != 0).map(|(at, _)| *at)
    }
}

fn lists(language: Language) -> &'static Tagged {
    static VI: LazyLock<Tagged> = LazyLock::new(|| gather(Language::Vi));
    static EN: LazyLock<Tagged> = LazyLock::new(|| gather(Language::En));
    static FR: LazyLock<Tagged> = LazyLock::new(|| gather(Language::Fr));
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
        Language::Fr => &FR,
    }
}

fn gather(language: Language) -> Tagged {
    let lexicon = lexicon(language);
    let of_words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let projects = lexicon.projects.iter().map(|(words, _)| words.clone()).collect();
    Tagged::new([
        (Sign::Order as u8, lexicon.orders.list()),
        (Sign::Request as u8, lexicon.requests.list()),
        (Sign::Request as u8, of_words(super::proposals::ASKING)),
        (Sign::Duty as u8, lexicon.duties.list()),
        (Sign::With as u8, lexicon.with.list()),
        (Sign::Time as u8, of_words(dates::time_words(language))),
        (Sign::AtLeast as u8, lexicon.quantities.at_least.list()),
        (Sign::Project as u8, projects),
        (Sign::Number as u8, lexicon.quantities.numbers.list()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(low: &str, sign: Sign) -> Vec<usize> {
        Signs::of(low, Language::Vi).within(0..low.len(), sign).collect()
    }

    #[test]
    fn words_of_several_lists_are_found_in_one_walk() {
        let low = "giao sở xây dựng phối hợp với các xã, xong trước ngày 5 tháng 6";
        let place = |word: &str| low.find(word).unwrap();
        assert_eq!(at(low, Sign::Order), [0]);
        assert_eq!(at(low, Sign::With), [place("phối hợp với")]);
        assert_eq!(at(low, Sign::Time), [place("ngày"), place("tháng")]);
        assert!(at("ngàythángx giaox", Sign::Time).is_empty());
    }

    #[test]
    fn only_the_stretch_is_looked_at() {
        let low = "giao sở a. giao sở b.";
        let signs = Signs::of(low, Language::Vi);
        assert_eq!(signs.within(1..low.len(), Sign::Order).count(), 1);
        assert_eq!(signs.within(1..11, Sign::Order).count(), 0);
    }
}
