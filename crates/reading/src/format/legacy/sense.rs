//! How much sense a text makes as Vietnamese: whether its words are syllables of the language.

use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Initial consonants, the longest first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// What follows the initial consonant, without its tone.
const RHYMES: &str = "\
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo \
    ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai \
    oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc \
    ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya \
    uych uynh uyên uyêt uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp \
    ươt ươu y yên yêm yêng yêt yêu ynh yt ych";

/// Words with letters outside ASCII: how many are Vietnamese syllables, and how many are not.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sense {
    pub(super) valid: usize,
    pub(super) invalid: usize,
}

impl Sense {
    pub(super) fn of(text: &str) -> Self {
        let mut sense = Self::default();
        // A sign that stands alone (`»`) is no word.
        let letters = |word: &&str| !word.is_ascii() && word.chars().nth(1).is_some();
        for word in text.split(|c: char| !is_letter(c)).filter(letters) {
            if is_syllable(word) {
                sense.valid += 1;
            } else {
                sense.invalid += 1;
            }
        }
        sense
    }

    /// The share of syllables among the words, in thousandths.
    pub(super) fn per_mille(self) -> usize {
        self.valid * 1000 / (self.valid + self.invalid).max(1)
    }

    /// Whether most words are syllables; names and foreign words may be among them.
    pub(super) fn is_vietnamese(self) -> bool {
        self.valid > 0 && self.per_mille() >= 700
    }
}

/// Letters, and the signs that stand for letters in fonts from before Unicode.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{A1}'..='\u{AF}' | '\u{B1}'..='\u{BF}' | '×' | '÷')
}

fn is_syllable(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| RHYMES.split_whitespace().collect());
    // Capitals inside a word come from a wrong table; capitals throughout are a heading.
    let mut rest = word.chars().skip(1);
    let mixed = word.chars().any(char::is_lowercase) && rest.any(char::is_uppercase);
    if mixed || word.len() > 24 {
        return false;
    }
    let mut tones = 0;
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let plain = word.nfd().filter(|c| {
        tones += usize::from(is_tone(c));
        !is_tone(c)
    });
    let plain: String = plain.nfc().collect::<String>().to_lowercase();
    let fits = |onset: &&str| plain.strip_prefix(*onset).is_some_and(|rhyme| KNOWN.contains(rhyme));
    tones <= 1 && ONSETS.iter().any(fits)
}

/// Whether a text read as Windows-1252 is plausible French or English: its letters outside
/// ASCII are those of French, other marks are those of typography.
pub(super) fn is_western(text: &str) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        if matches!(c, '\u{80}'..='\u{9F}') {
            return false;
        }
        if "àâæçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔŒÙÛÜ€‚„…†‡‰‹‘’“”•–—™›\u{a0}§©«»®°±²³·¹º¼½¾×".contains(c)
        {
            good += 1;
        } else {
            bad += 1;
        }
    }
    // Accents stand alone or in pairs between plain letters, not in heaps.
    bad * 10 <= good && good * 4 <= text.chars().count().max(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in ["quyết", "Nghị", "ĐIỀU", "giếng", "gì", "uỷ", "ủy", "hoà", "hòa", "khuỷu", "ương", "Ý"]
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["été", "hß", "chñ", "ViÖt", "préfet", "Köln", "ộtộ", "annộe", "ừừ"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
