//! Headings that hand bodies to what stands below them: "Trách nhiệm của Sở Y tế", "Đối với các cơ sở …:".

use super::super::super::parties;
use super::super::super::scene::Scene;
use super::subject::GENERAL;
use super::{announces, skip_opening};
use crate::bytes;
use crate::words::{Phrases, lower};

/// A heading of so many characters is a name and no sentence.
const SHORT_HEADING: usize = 100;

/// The bodies that a heading hands to what stands below it.
pub(in crate::find::tasks) fn heading(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let words = words.trim_end_matches([':', ' ']);
    let low = lower(words);
    let inner = bracketed_bodies(scene, words);
    if inner.is_some() {
        return inner;
    }
    let (start, _) = skip_opening(&low, scene);
    let (words, low) = (words.get(start..)?, low.get(start..)?);
    let duties = of_duties(low);
    let opening = ["đối với ", "giao ", "chỉ đạo ", "yêu cầu "].iter().find(|o| low.starts_with(**o));
    let opening = opening.map_or(duties, |o| o.len());
    let towards = opening == "đối với ".len() && low.starts_with("đối với ");
    let (words, low) = (words.get(opening..)?, low.get(opening..)?);
    if parties::body_at_start(words, low, scene.lexicon).is_none() {
        // "Trách nhiệm của Trưởng các bến phà": whatever it is called.
        let name = duties > 0 && words.chars().count() < SHORT_HEADING && !low.starts_with("các bên");
        return name.then(|| vec![words.trim_end_matches(['.', ' ']).to_owned()]);
    }
    // "Đối với các cơ sở sản xuất có lượng khí thải lớn:": what a general name says more of belongs to it.
    if towards
        && GENERAL.iter().any(|noun| low.trim_start_matches("các ").starts_with(noun))
        && !announces(low)
    {
        let name = words.split(" (").next().unwrap_or(words);
        return Some(vec![name.split_whitespace().collect::<Vec<_>>().join(" ")]);
    }
    // "Sở Tài chính có trách nhiệm": the bodies end where the duty starts.
    let ends = [
        "có trách nhiệm",
        "chịu trách nhiệm",
        "chủ trì, phối hợp",
        "có nhiệm vụ",
        "bao gồm",
        "căn cứ",
        "là các đơn vị",
        "là đơn vị",
        "lãnh đạo, chỉ đạo",
    ];
    // "Giám đốc Sở Y tế chủ trì", but "Cơ quan chủ trì" is a role.
    let leads = low.strip_suffix(" chủ trì").filter(|name| !matches!(*name, "cơ quan" | "đơn vị"));
    let end = ends
        .iter()
        .filter_map(|end| bytes::find(low, end))
        .chain(leads.map(str::len))
        .chain(directs(words, low))
        .filter(|end| *end > 0)
        .min()
        .unwrap_or(words.len());
    // "Chủ tịch UBND các tỉnh tập trung chỉ đạo …:": the bodies end where it says what they do.
    let lexicon = scene.lexicon;
    let stops: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.subject_ends];
    let sentence = words.chars().count() > SHORT_HEADING || announces(low);
    let list = parties::list_length(words, low, lexicon, &stops).filter(|_| sentence).unwrap_or(end);
    Some(parties::split(words.get(..end.min(list))?, scene.language(), lexicon))
}

/// "Trách nhiệm, quyền hạn của Sở Y tế": the bytes before the body whose duties a heading names.
fn of_duties(low: &str) -> usize {
    const NOUNS: [&str; 6] = ["trách nhiệm", "nhiệm vụ", "quyền hạn", "quyền", "nghĩa vụ", "thẩm quyền"];
    let (mut at, mut obliges) = (0, false);
    while let Some(noun) =
        NOUNS.iter().find(|noun| low.get(at..).is_some_and(|rest| rest.starts_with(**noun)))
    {
        obliges |= matches!(*noun, "trách nhiệm" | "nhiệm vụ" | "nghĩa vụ");
        at += noun.len();
        let rest = low.get(at..).unwrap_or_default();
        if rest.starts_with(" của ") {
            return if obliges { at + " của ".len() } else { 0 };
        }
        let Some(joint) = [", ", " và "].iter().find(|joint| rest.starts_with(**joint)) else { return 0 };
        at += joint.len();
    }
    0
}

/// "Chủ tịch UBND tỉnh chỉ đạo các cơ quan": where what a body does starts; "Ban Chỉ đạo" is a name.
fn directs(words: &str, low: &str) -> Option<usize> {
    const DIRECTS: &str = " chỉ đạo ";
    bytes::places(low, DIRECTS).find(|at| {
        let named = low.get(..*at).is_some_and(|before| before.ends_with("ban"));
        !named && words.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_lowercase))
    })
}

/// `Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban quản lý …)`: the bracket names them.
fn bracketed_bodies(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let open = words.find('(')?;
    let close = words.rfind(')')?;
    let low = lower(words);
    let general = low.starts_with("các ") && parties::body_at_start(words, &low, scene.lexicon).is_some();
    let inner = words.get(open + 1..close)?;
    let starts_named = inner.starts_with(char::is_uppercase)
        && parties::body_at_start(inner, &lower(inner), scene.lexicon).is_some();
    (general && starts_named && inner.contains(','))
        .then(|| parties::split(inner, scene.language(), scene.lexicon))
}
