//! Several wordings of one commitment: the words that it rests on in each version, the first of
//! which it was made from.

use crate::rules::ensure;
use crate::{FindingId, Origin, Refusal};

/// One more wording must be one that the commitment does not have yet.
pub(crate) fn is_new(first: Option<&Origin>, more: &[Origin], wording: &Origin) -> Result<(), Refusal> {
    let mut known = first.into_iter().chain(more);
    ensure(known.all(|known| known.finding != wording.finding), Refusal::Exists)
}

/// A wording can go while another one stays: what rests on no words at all is withdrawn instead.
pub(crate) fn may_go(first: Option<&Origin>, more: &[Origin], finding: FindingId) -> Result<(), Refusal> {
    let known: Vec<&Origin> = first.into_iter().chain(more).collect();
    ensure(known.iter().any(|known| known.finding == finding), Refusal::Unknown)?;
    ensure(known.len() > 1 || first.is_none(), Refusal::LastWording)
}

/// Takes a wording out; where it was the first one, the next takes its place.
pub(crate) fn take_out(first: &mut Option<Origin>, more: &mut Vec<Origin>, finding: FindingId) {
    more.retain(|known| known.finding != finding);
    if first.as_ref().is_some_and(|known| known.finding == finding) {
        *first = (!more.is_empty()).then(|| more.remove(0));
    }
}
