//! Openers: paragraphs that hand a list down, and what they say themselves.

use super::walk::Walk;
use crate::Language;
use crate::structure::{Block, Rank};
use std::ops::Range;

impl Walk<'_, '_> {
    /// A clause of a block hands what follows to these bodies.
    pub(super) fn open_list(&mut self, at: usize, block: &Block, range: Range<usize>, lead: Vec<String>) {
        self.open(at, block, lead.clone());
        self.note_opener(at, block, range, lead);
    }

    /// Takes what an opener says itself, now or when no item of its list says it.
    pub(super) fn note_opener(&mut self, at: usize, block: &Block, range: Range<usize>, lead: Vec<String>) {
        self.take_act_before_list(at, block, &range, &lead);
        self.openers.push((at, range, lead));
    }

    /// "Agencies shall report on the following:" above a list of things: what no item says, the opener does.
    pub(super) fn take_lone_openers(&mut self) {
        let document = self.scene.document;
        let mut alone = Vec::new();
        for (at, range, lead) in std::mem::take(&mut self.openers) {
            let next = self.places.get(self.places.partition_point(|place| *place <= at));
            let said_below = next.is_some_and(|place| document.is_below(*place, at));
            let Some(block) = document.blocks.get(at).filter(|block| block.opens && !said_below) else {
                continue;
            };
            if document.has_children(at) && self.has_act_of_its_own(&range) {
                let own = (!lead.is_empty()).then_some(lead);
                alone.push((at, self.duty(at, block, range, own, 0.6, "opener.alone")));
            }
        }
        let mut all: Vec<_> =
            std::mem::take(&mut self.places).into_iter().zip(std::mem::take(&mut self.duties)).collect();
        all.append(&mut alone);
        all.sort_by_key(|(place, _)| *place);
        (self.places, self.duties) = all.into_iter().unzip();
    }

    /// Whether an opener says itself what is to be done with the things below: "report on the following:", not "take the
    /// following actions:".
    fn has_act_of_its_own(&self, range: &Range<usize>) -> bool {
        const FEWEST: usize = 8;
        let low = self.scene.low(range.clone()).trim_end_matches([':', ' ']);
        let long = low.split_whitespace().take(FEWEST).count() == FEWEST;
        let lexicon = self.scene.lexicon;
        let near = low.get(low.ceil_char_boundary(low.len().saturating_sub(60))..).unwrap_or(low);
        long && lexicon.idle.at_start(low).is_none()
            && lexicon.asked_for.occur_in(low)
            && !lexicon.acts_below.occur_in(near)
    }

    /// "Chủ tịch UBND các xã tiếp tục rà soát hộ dân vùng sạt lở, …, trong đó tập trung các nhiệm vụ sau:": what an opener
    /// says before it comes to its list.
    fn take_act_before_list(&mut self, at: usize, block: &Block, range: &Range<usize>, lead: &[String]) {
        const FEWEST: usize = 22;
        let low = self.scene.low(range.clone());
        let Some(act) = low.rfind(", trong đó").and_then(|end| low.get(..end)) else { return };
        let long = act.split_whitespace().take(FEWEST).count() == FEWEST;
        // "Để tháo gỡ khó khăn, tỉnh cần …, trong đó:" says why, and then opens.
        let acts = self.scene.language() == Language::Vi && !low.starts_with("để ");
        if acts && long && !lead.is_empty() {
            let stretch = range.start..range.start + act.len();
            let duty = self.duty(at, block, stretch, Some(lead.to_vec()), 0.6, "opener.alone");
            self.duties.push(duty);
            self.places.push(at);
        }
    }

    /// "2. Yêu cầu các cấp ủy … ." above "2.1. Tập trung …": the bodies of a numbered sentence have what is numbered below it.
    pub(super) fn hand_to_numbered(&mut self, at: usize, block: &Block, lead: Option<&Vec<String>>) {
        let next = self.scene.document.blocks.get(at + 1).filter(|next| next.parent == Some(at));
        let numbered = block.rank == Rank::Arabic && next.is_some_and(|next| next.rank == Rank::Decimal);
        let own = lead.filter(|lead| numbered && !block.opens && !lead.is_empty());
        if let (Some(lead), Language::Vi) = (own, self.scene.language()) {
            self.hand_down(at, block, Some(lead.clone()), None);
        }
    }
}
