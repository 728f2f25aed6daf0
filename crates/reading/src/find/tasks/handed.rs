//! What blocks hand to those below them, and which block governs another.

use super::walk::Walk;
use super::{deadline, english, helpers, vietnamese};
use crate::Language;
use crate::dates::Due;
use crate::find::signs::Sign;
use crate::structure::{Block, Rank, is_title};
use std::ops::Range;

/// What a block hands to those below it: who is in charge, and with whom.
#[derive(Debug, Clone, Default)]
pub(super) struct Handed {
    pub(super) lead: Vec<String>,
    pub(super) coordinate: Vec<String>,
}

impl<'a> Walk<'a, '_> {
    /// Whether the block that governs this one in French opens a list of what is to be done: it hands it to bodies,
    /// or has a word of duty or order.
    pub(super) fn is_in_list(&self, block: &Block) -> bool {
        self.opener_of(block).is_some_and(|(at, above)| {
            let handed = self.handed.get(at).and_then(Option::as_ref);
            let shows = |sign| self.scene.shows(&above.range, sign);
            handed.is_some_and(|handed| !handed.lead.is_empty()) || shows(Sign::Duty) || shows(Sign::Order)
        })
    }

    /// Whether the block that governs this one only says what may be, or what comes of something: "Un registre permet
    /// de :", "You can choose among the following activities:", "Les résultats escomptés sont les suivants :", "Ủy ban
    /// nhân dân được quyết định các nội dung sau đây:".
    pub(super) fn is_possible(&self, block: &Block) -> bool {
        const LISTS: [&str; 5] = ["following", "suivants", "suivantes", "ci-dessous", "below"];
        const NEAR: usize = 14;
        let above = block.parent.and_then(|parent| self.scene.document.blocks.get(parent));
        let Some(above) = above.filter(|above| above.opens) else { return false };
        let low = self.scene.low(above.range.clone());
        if self.scene.language() == Language::Vi {
            return vietnamese::permits(low);
        }
        let low = low.trim_end_matches([':', ' ']);
        let words = low.split_whitespace().count();
        let last = low.split(". ").last().unwrap_or(low);
        let lists = words < 40 && last.split_whitespace().rev().take(4).any(|word| LISTS.contains(&word));
        let possible = &self.scene.lexicon.possible;
        let early = || {
            possible.last_in(last).is_some_and(|(at, _)| {
                // "Les bénéfices du registre … sont les suivants :".
                at <= "les ".len()
                    || last.get(at..).is_some_and(|rest| rest.split_whitespace().count() <= NEAR)
            })
        };
        possible.at_end(low).is_some() || (lists && !self.scene.shows(&above.range, Sign::Duty) && early())
    }

    /// Whether the block that governs this one ends in a word of duty: "The Office shall:".
    pub(super) fn is_governed(&self, block: &Block) -> bool {
        let above = block
            .parent
            .and_then(|parent| self.scene.document.blocks.get(parent))
            .filter(|above| above.opens);
        above.is_some_and(|above| english::governs(self.scene.low(above.range.clone())))
    }

    /// "● Publish the Register. The Board will post …": the title of an item before its sentences.
    pub(super) fn titles(&self, block: &Block, clause: &Range<usize>) -> bool {
        let first =
            block.marker.is_some() && clause.start == block.range.start && clause.end < block.range.end;
        first && is_title(self.scene.words(clause.clone()))
    }

    fn opener_of(&self, block: &Block) -> Option<(usize, &'a Block)> {
        let parent = block.parent.filter(|_| self.scene.language() == Language::Fr)?;
        self.scene.document.blocks.get(parent).filter(|above| above.opens).map(|above| (parent, above))
    }

    /// The block that governs another. A plain paragraph in English behind the items of an opening paragraph stands
    /// beside that one, not below it.
    fn governing(&self, block: &Block) -> Option<usize> {
        let blocks = &self.scene.document.blocks;
        let behind_list = || {
            let item = blocks.get(block.parent?).filter(|item| item.marker.is_some())?;
            blocks.get(item.parent?).filter(|opener| opener.opens && opener.marker.is_none())
        };
        let plain = self.is_english() && block.marker.is_none() && !block.opens;
        behind_list().filter(|_| plain).map_or(block.parent, |opener| opener.parent)
    }

    /// The bodies handed down by the nearest block above.
    pub(super) fn inherited(&self, at: usize, block: &Block) -> Option<Handed> {
        let mut above = self.governing(block);
        let mut found = self.handed.get(at).cloned().flatten();
        while let (None, Some(parent)) = (&found, above) {
            found = self.handed.get(parent).cloned().flatten();
            above = self.scene.document.blocks.get(parent).and_then(|b| b.parent);
        }
        found
    }

    pub(super) fn inherited_due(&self, block: &Block) -> Option<Due> {
        let mut above = self.governing(block);
        while let Some(parent) = above {
            if let Some(due) = self.due.get(parent).cloned().flatten() {
                return Some(due);
            }
            above = self.scene.document.blocks.get(parent).and_then(|b| b.parent);
        }
        None
    }

    /// Hands bodies in charge and a deadline to the blocks below; the last clause may also say with whom:
    /// "Sở Y tế chủ trì, phối hợp với Công an tỉnh:".
    pub(super) fn hand_down(
        &mut self,
        at: usize,
        block: &Block,
        lead: Option<Vec<String>>,
        due: Option<Due>,
    ) {
        let last = block.clauses.last().map_or(block.range.clone(), |clause| clause.range.clone());
        let helpers = || helpers::find(self.scene, last.clone());
        let handed = match lead.filter(|lead| !lead.is_empty()) {
            Some(lead) => {
                let coordinate = helpers();
                let lead = lead.into_iter().filter(|body| !coordinate.contains(body)).collect();
                Some(Handed { lead, coordinate })
            }
            // "a) Chủ trì, phối hợp với các sở:": whoever stands above leads what stands below.
            None if self.only_names_helpers(block) => {
                let lead = self.inherited(at, block).map(|above| above.lead).unwrap_or_default();
                Some(Handed { lead, coordinate: helpers() })
            }
            None => None,
        };
        if let Some(place) = self.handed.get_mut(at) {
            *place = handed;
        }
        if let Some(place) = self.due.get_mut(at) {
            *place = due;
        }
    }

    /// "a) Chủ trì, phối hợp với các sở, ngành": whether a Vietnamese heading says with whom, and nothing else.
    fn only_names_helpers(&self, block: &Block) -> bool {
        let vietnamese = self.scene.language() == Language::Vi;
        vietnamese && vietnamese::only_says_with_whom(self.scene, block.range.clone())
    }

    /// A Markdown heading ends what was handed to bodies under one of its level or below.
    pub(super) fn pass_headline(&mut self, block: &Block) {
        if block.level == 0 || block.marker.is_some() {
            return;
        }
        self.level = block.level;
        if block.level <= self.everywhere.0 {
            self.everywhere.1.clear();
        }
        if self.is_english()
            && let Some(body) = english::actions_of(self.scene, self.scene.words(block.range.clone()))
        {
            self.everywhere = (block.level, vec![body]);
        }
    }

    /// An opener hands its bodies to the blocks below it; one that ends in a full stop hands
    /// them to everything that follows ("… to carry out seven tasks.").
    pub(super) fn open(&mut self, at: usize, block: &Block, lead: Vec<String>) {
        if block.opens {
            let due = deadline::of_opener(self.scene, block);
            self.hand_down(at, block, Some(lead.clone()), due);
        }
        // What stands behind the bullets of "Agencies will:" in English is not handed to agencies.
        let next = self.scene.document.blocks.get(at + 1);
        let bullets = self.is_english() && next.is_some_and(|next| next.rank == Rank::Dash);
        if !block.opens || (block.parent.is_none() && !bullets) {
            self.everywhere = (self.level, lead);
        }
    }
}
