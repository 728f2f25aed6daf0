//! What somebody has to do: clauses that oblige, with who, with whom and until when.
//!
//! A block is a heading, an opener ("… yêu cầu các bộ thực hiện các nội dung sau:") or content.
//! Headings and openers hand their bodies down; content is cut into clauses, and each clause is
//! put to the rules of its language in `vietnamese`, `english` and `french`.

mod assigned;
mod deadline;
mod english;
mod french;
mod helpers;
mod label;
#[cfg(test)]
mod tests;
mod vietnamese;

use super::annex;
use super::broken_table;
use super::parties;
use super::proposals::Asked;
use super::scene::Scene;
use super::signs::Sign;
use super::targets::Goal;
use super::zone::Zone;
use crate::Language;
use crate::Remark;
use crate::dates::Due;
use crate::reading::Task;
use crate::structure::{Block, Rank};
use label::{Label, Labelled};
use std::ops::Range;

/// A task in the flow.
#[derive(Debug, Clone)]
pub(super) struct Duty {
    pub(super) range: Range<usize>,
    pub(super) lead: Vec<String>,
    pub(super) coordinate: Vec<String>,
    pub(super) due: Option<Due>,
    /// What shows that it is done.
    pub(super) deliverable: Option<String>,
    pub(super) confidence: f64,
    pub(super) rule: &'static str,
}

impl Duty {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Task {
        let due = self.due;
        Task {
            span: super::span(scene, self.range, self.confidence, self.rule),
            lead: self.lead,
            coordinate: self.coordinate,
            deadline_relative: due.as_ref().is_some_and(|due| due.relative),
            deadline_words: due.as_ref().map(|due| due.words.clone()),
            deadline: due.and_then(|due| due.code),
            deliverable: self.deliverable,
        }
    }
}

/// What the rules of a language make of a clause.
#[derive(Debug, Clone)]
pub(super) enum Verdict {
    /// It obliges: where its words start in the clause, who is named, how sure, by which rule.
    Obliges { start: usize, lead: Option<Vec<String>>, confidence: f64, rule: &'static str },
    /// It hands what follows to these bodies and obliges nobody itself.
    Opens { lead: Vec<String> },
    /// It goes on with the clause before.
    Continues,
    /// It obliges nobody.
    Tells,
}

impl Verdict {
    /// What the rules found. A clause that no rule knows goes on with the one before it in its sentence when
    /// that obliged, and tells else.
    fn or_told(found: Option<Self>, setting: Setting) -> Self {
        let goes_on = setting.after_task && !setting.sentence;
        found.unwrap_or(if goes_on { Self::Continues } else { Self::Tells })
    }

    /// The same where the words start so many bytes later.
    fn moved(self, by: usize) -> Self {
        match self {
            Self::Obliges { start, lead, confidence, rule } => {
                Self::Obliges { start: start + by, lead, confidence, rule }
            }
            other => other,
        }
    }
}

/// Where a clause starts behind the words that open it and say nothing of their own: "In particular,",
/// "Dès lors,".
fn behind_opening(scene: &Scene<'_>, low: &str) -> usize {
    let mut at = 0;
    while let Some(length) = low.get(at..).and_then(|rest| scene.lexicon.connectives.at_start(rest)) {
        let behind = low.get(at + length..).unwrap_or_default();
        // "In addition to obeying the rules, wardens …" opens with a phrase.
        if behind.starts_with(" to ") && low.get(at..).is_some_and(|rest| rest.starts_with("in addition")) {
            break;
        }
        let blank = behind.len() - behind.trim_start_matches([',', ':', ' ']).len();
        if blank == 0 {
            break;
        }
        at += length + blank;
    }
    at
}

// Each flag is a fact of its own; naming their combinations would say less.
#[allow(clippy::struct_excessive_bools)]
/// What the rules of a language know of where a clause stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) zone: Zone,
    /// The clause stands in an item with a mark.
    pub(super) item: bool,
    /// It starts the block.
    pub(super) first: bool,
    /// It starts a sentence.
    pub(super) sentence: bool,
    /// The clause before it, in the same sentence or block, obliged.
    pub(super) after_task: bool,
    /// A list of tasks was handed to bodies before (news of an action programme).
    pub(super) handed_down: bool,
    /// The block ends in a colon.
    pub(super) opener: bool,
    /// It stands in a list of what is to be done.
    pub(super) in_list: bool,
    /// It stands in a list of what may be or comes of something: "cela permet de :".
    pub(super) possible: bool,
    /// It stands in an English list whose items start with their verbs: "The Office shall:".
    pub(super) governed: bool,
}

/// All tasks in the order of the text, and the tables that could not be told; passages that are requests
/// or targets are no tasks.
pub(super) fn find(scene: &Scene<'_>, asked: &[Asked], goals: &[Goal]) -> (Vec<Duty>, Vec<Remark>) {
    let tables = annex::tasks(scene);
    let mut covered = annex::covered(scene);
    let broken = broken_table::tasks(scene, &covered);
    let remarks = annex::remarks(scene).into_iter().chain(broken.remarks).collect();
    covered.extend(broken.covered);
    covered.sort_by_key(|range| range.start);
    let mut duties = Walk::new(scene, covered).run();
    duties.extend(tables);
    duties.extend(broken.duties);
    let asked: Vec<&Asked> = asked.iter().filter(|asked| !asked.inside).collect();
    let asked = Ordered::new(&asked, |asked| &asked.range);
    let goals = Ordered::new(goals, |goal| &goal.range);
    duties.retain(|duty| !asked.near(&duty.range).any(|asked| overlaps(&asked.range, &duty.range)));
    // A body that has to reach a quantity has both to do it and to reach it.
    let obliged = |duty: &Duty| duty.rule == "en.duty" && !duty.lead.is_empty();
    duties.retain(|duty| obliged(duty) || !goals.near(&duty.range).any(|goal| goal.takes(&duty.range)));
    duties.sort_by_key(|duty| duty.range.start);
    (duties, remarks)
}

/// Findings by where they start, so that only those near a place are looked at.
struct Ordered<'a, T> {
    by_start: Vec<(usize, &'a T)>,
    /// The length of the longest.
    longest: usize,
}

impl<'a, T> Ordered<'a, T> {
    fn new(findings: &'a [T], range: impl Fn(&T) -> &Range<usize>) -> Self {
        let mut by_start: Vec<(usize, &T)> = findings.iter().map(|one| (range(one).start, one)).collect();
        by_start.sort_by_key(|(start, _)| *start);
        let longest = findings.iter().map(|one| range(one).len()).max().unwrap_or_default();
        Self { by_start, longest }
    }

    /// Those that may share something with a stretch.
    fn near(&self, stretch: &Range<usize>) -> impl Iterator<Item = &'a T> {
        let from = self.by_start.partition_point(|(start, _)| start + self.longest < stretch.start);
        let to = self.by_start.partition_point(|(start, _)| *start < stretch.end);
        self.by_start.get(from..to.max(from)).unwrap_or_default().iter().map(|(_, one)| *one)
    }
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// What a block hands to those below it: who is in charge, and with whom.
#[derive(Debug, Clone, Default)]
struct Handed {
    lead: Vec<String>,
    coordinate: Vec<String>,
}

/// The way through the blocks, with what was handed down so far.
struct Walk<'a, 'b> {
    scene: &'a Scene<'b>,
    covered: Vec<Range<usize>>,
    /// The bodies that each block hands to those below it.
    handed: Vec<Option<Handed>>,
    /// The deadline that each heading hands to those below it.
    due: Vec<Option<Due>>,
    /// A whole list of tasks was handed to these bodies below a heading of this level (0: below none): it reaches to
    /// the next one of that level.
    everywhere: (usize, Vec<String>),
    /// The level of the last Markdown heading.
    level: usize,
    duties: Vec<Duty>,
    /// The block of each task.
    places: Vec<usize>,
    labelled: Labelled,
}

impl<'a, 'b> Walk<'a, 'b> {
    fn new(scene: &'a Scene<'b>, covered: Vec<Range<usize>>) -> Self {
        let count = scene.document.blocks.len();
        Self {
            scene,
            covered,
            handed: vec![None; count],
            due: vec![None; count],
            everywhere: (0, Vec::new()),
            level: 0,
            duties: Vec::new(),
            places: Vec::new(),
            labelled: Labelled::default(),
        }
    }

    fn run(mut self) -> Vec<Duty> {
        for (at, block) in self.scene.blocks() {
            self.pass_headline(block);
            if self.is_covered(&block.range) || self.scene.zone(at) == Zone::Idle {
                continue;
            }
            if self.take_lone_label(at, block) {
                continue;
            }
            if self.is_heading(at, block) {
                self.take_heading(at, block);
            } else {
                self.take_content(at, block);
            }
        }
        if self.is_english() {
            assigned::hand_out(self.scene, &mut self.duties, &self.places);
        }
        self.duties
    }

    /// A Markdown heading ends what was handed to bodies under one of its level or below.
    fn pass_headline(&mut self, block: &Block) {
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

    /// Whether a table took up this stretch. Tables stand in the order of the text and do not overlap.
    fn is_covered(&self, range: &Range<usize>) -> bool {
        let next = self.covered.partition_point(|table| table.end <= range.start);
        self.covered.get(next).is_some_and(|table| overlaps(table, range))
    }

    /// A block that only introduces others: a title, or an item with items below it that is no
    /// sentence of its own.
    fn is_heading(&self, at: usize, block: &Block) -> bool {
        let words = self.scene.words(block.range.clone());
        let length = words.chars().count();
        let ends = words.ends_with(['.', ';']);
        if self.is_marked_heading(block) {
            return true;
        }
        let below = self.scene.document.blocks.get(at + 1).filter(|next| next.parent == Some(at));
        // A paragraph behind the last dash of a French list stands on its own.
        let apart = self.scene.language() == Language::Fr && block.rank == Rank::Dash && !block.opens;
        let introduces = below.is_some_and(|next| next.marker.is_some() || next.opens || !(ends || apart));
        match block.rank {
            Rank::Title => true,
            Rank::None => false,
            Rank::Chapter | Rank::Roman if !ends => length < 300,
            _ => {
                let low = self.scene.low(block.range.clone());
                let acts = match self.scene.language() {
                    Language::Fr => french::is_task_of_its_own(self.scene, low),
                    // "b) Set the policy" above a plain line is the last item of its list.
                    Language::En => {
                        let plain = below.is_some_and(|next| next.marker.is_none());
                        plain && !block.opens && block.rank >= Rank::Letter && english::acts(self.scene, low)
                    }
                    Language::Vi => false,
                };
                introduces && !ends && (length < 260 || block.opens) && !words.contains(". ") && !acts
            }
        }
    }

    /// "## 4.1 Profiter des normes": a heading of a web page in French, whatever its verb; "## Action 2 : …" calls a task.
    fn is_marked_heading(&self, block: &Block) -> bool {
        let calls = || matches!(label::read(self.scene, block.range.clone()), Some((Label::Task, _)));
        self.scene.language() == Language::Fr && block.level > 0 && !calls()
    }

    fn take_heading(&mut self, at: usize, block: &Block) {
        let words = self.scene.words(block.range.clone());
        let lead = match self.scene.language() {
            Language::Vi => vietnamese::heading(self.scene, words).or_else(|| self.order_of(block)),
            Language::En => english::heading(self.scene, words),
            Language::Fr => french::heading(self.scene, words),
        };
        let due = match self.scene.zone(at) {
            Zone::Targets => deadline::of_heading(self.scene, block.range.clone()),
            _ => deadline::of_phase(self.scene, block).or_else(|| deadline::of_opener(self.scene, block)),
        };
        self.hand_down(at, block, lead, due);
    }

    /// The bodies that the last words of a long heading order: "3. Nhiệm vụ tháng 5. … Chính phủ yêu cầu các bộ thực
    /// hiện những nội dung sau:".
    fn order_of(&self, block: &Block) -> Option<Vec<String>> {
        let ordered = block.opens && self.scene.shows(&block.range, Sign::Order);
        let last = block.clauses.last().filter(|_| ordered)?;
        let setting = Setting {
            zone: Zone::Neutral,
            item: false,
            first: false,
            sentence: last.starts_sentence,
            after_task: false,
            handed_down: false,
            opener: true,
            in_list: false,
            possible: false,
            governed: false,
        };
        match self.judge(last.range.clone(), setting) {
            Verdict::Opens { lead } => Some(lead),
            _ => None,
        }
    }

    /// Hands bodies in charge and a deadline to the blocks below; the last clause may also say with whom:
    /// "Sở Y tế chủ trì, phối hợp với Công an tỉnh:".
    fn hand_down(&mut self, at: usize, block: &Block, lead: Option<Vec<String>>, due: Option<Due>) {
        let lead = lead.filter(|lead| !lead.is_empty());
        if let Some(place) = self.handed.get_mut(at) {
            *place = lead.map(|lead| {
                let last = block.clauses.last().map_or(block.range.clone(), |clause| clause.range.clone());
                let coordinate: Vec<String> = helpers::find(self.scene, last);
                let lead = lead.into_iter().filter(|body| !coordinate.contains(body)).collect();
                Handed { lead, coordinate }
            });
        }
        if let Some(place) = self.due.get_mut(at) {
            *place = due;
        }
    }

    fn take_content(&mut self, at: usize, block: &Block) {
        let mut carried: Option<Vec<String>> = None;
        let mut listed: Option<(usize, Vec<String>)> = None;
        let mut after_task = false;
        let (in_list, possible) = (self.is_in_list(block), self.is_possible(block));
        let governed = self.is_english() && self.is_governed(block);
        for clause in &block.clauses {
            if self.is_english() && self.titles(block, &clause.range) {
                continue;
            }
            let Some((range, called)) = self.behind_label(at, block, clause.range.clone()) else { continue };
            let setting = Setting {
                zone: self.scene.zone(at),
                item: called || block.marker.is_some(),
                first: clause.range.start == block.range.start,
                sentence: clause.starts_sentence,
                after_task,
                handed_down: !self.everywhere.1.is_empty(),
                opener: block.opens && clause.range.end == block.range.end,
                in_list,
                possible,
                governed,
            };
            if let Some(names) = self.only_bodies(&range) {
                listed.get_or_insert((range.start, Vec::new())).1.extend(names);
                continue;
            }
            if after_task && !clause.starts_sentence && self.is_listing(&range) {
                self.lengthen(range);
                continue;
            }
            match self.judge(range.clone(), setting) {
                Verdict::Obliges { start, lead, confidence, rule } => {
                    // Bodies before a semicolon act with the one behind it.
                    let first = listed.take().filter(|_| lead.is_some());
                    let start = first.as_ref().map_or(range.start + start, |(start, _)| *start);
                    let lead = lead.map(|lead| first.into_iter().flat_map(|f| f.1).chain(lead).collect());
                    // A sentence with a subject of its own takes nobody from the one before.
                    let meant = self.meant(at, block, &range);
                    let own = clause.starts_sentence && rule == "fr.duty" && meant.is_none();
                    carried = lead.or(carried.filter(|_| !own)).or(meant);
                    let mut duty = self.duty(at, block, start..range.end, carried.clone(), confidence, rule);
                    // "2031-2033: to build the piers": the time stands before the act.
                    let timed = || self.scene.due(start..range.end).is_none();
                    if self.is_english() && start > range.start && timed() {
                        duty.due = self.scene.due(range.clone()).or(duty.due);
                    }
                    if called {
                        self.labelled.call(self.duties.len());
                    }
                    self.duties.push(duty);
                    self.places.push(at);
                    after_task = true;
                }
                Verdict::Opens { lead } => self.open(at, block, lead),
                Verdict::Continues if after_task => {
                    if clause.starts_sentence {
                        self.give_due(at, &range);
                    }
                    self.lengthen(range);
                }
                Verdict::Continues | Verdict::Tells => after_task = after_task && !clause.starts_sentence,
            }
        }
        if block.opens && self.handed.get(at).is_some_and(Option::is_none) {
            let due =
                deadline::of_phase(self.scene, block).or_else(|| deadline::of_opener(self.scene, block));
            self.hand_down(at, block, carried, due);
        }
    }

    /// What a clause says behind its label, and whether the label calls it a task. `None` where the label has said
    /// all: an English one may hold a sentence, "Lead agency: the Ministry shall …".
    fn behind_label(
        &mut self,
        at: usize,
        block: &Block,
        range: Range<usize>,
    ) -> Option<(Range<usize>, bool)> {
        let Some((label, length)) = label::read(self.scene, range.clone()) else {
            return Some((range, false));
        };
        let value = range.start + length..range.end;
        if matches!(label, Label::Task) {
            return Some((value, true));
        }
        self.take_label(at, block, &label);
        let obliges = self.is_english() && matches!(label, Label::Lead(..));
        (obliges && self.scene.shows(&value, Sign::Duty)).then_some((value, true))
    }

    fn is_english(&self) -> bool {
        self.scene.language() == Language::En
    }

    /// The bodies that a pronoun stands for, "It shall also …", "2 Il fait contrôler le bac.": those in charge of
    /// the task right above.
    fn meant(&self, at: usize, block: &Block, range: &Range<usize>) -> Option<Vec<String>> {
        const NEAR: usize = 2;
        let low = self.scene.low(range.clone());
        let points_back = match self.scene.language() {
            Language::Vi => false,
            Language::En => english::points_back(self.scene, low),
            Language::Fr => french::points_back(self.scene, low),
        };
        let (last, place) = self.duties.last().zip(self.places.last()).filter(|_| points_back)?;
        let beside = self.scene.document.blocks.get(*place).is_some_and(|above| above.parent == block.parent);
        let near = at.saturating_sub(*place) <= NEAR && (beside || block.parent == Some(*place));
        Some(last.lead.clone()).filter(|lead| near && !lead.is_empty())
    }

    /// Whether the block that governs this one in French opens a list of what is to be done: it hands it to bodies,
    /// or has a word of duty or order.
    fn is_in_list(&self, block: &Block) -> bool {
        self.opener_of(block).is_some_and(|(at, above)| {
            let handed = self.handed.get(at).and_then(Option::as_ref);
            let shows = |sign| self.scene.shows(&above.range, sign);
            handed.is_some_and(|handed| !handed.lead.is_empty()) || shows(Sign::Duty) || shows(Sign::Order)
        })
    }

    /// Whether the block that governs this one only says what may be: "Un registre permet de :".
    fn is_possible(&self, block: &Block) -> bool {
        self.opener_of(block).is_some_and(|(_, above)| {
            let low = self.scene.low(above.range.clone());
            self.scene.lexicon.possible.at_end(low.trim_end_matches([':', ' '])).is_some()
        })
    }

    /// Whether the block that governs this one ends in a word of duty: "The Office shall:".
    fn is_governed(&self, block: &Block) -> bool {
        let above = block
            .parent
            .and_then(|parent| self.scene.document.blocks.get(parent))
            .filter(|above| above.opens);
        above.is_some_and(|above| english::governs(self.scene.low(above.range.clone())))
    }

    /// "● Publish the Register. The Board will post …": the title of an item before its sentences.
    fn titles(&self, block: &Block, clause: &Range<usize>) -> bool {
        let first =
            block.marker.is_some() && clause.start == block.range.start && clause.end < block.range.end;
        first && english::is_title(self.scene.words(clause.clone()))
    }

    fn opener_of(&self, block: &Block) -> Option<(usize, &'a Block)> {
        let parent = block.parent.filter(|_| self.scene.language() == Language::Fr)?;
        self.scene.document.blocks.get(parent).filter(|above| above.opens).map(|above| (parent, above))
    }

    /// Whether the last task is a list behind a colon, of which this clause is a part: "hoàn thiện pháp
    /// luật về: đất đai; bảo đảm an ninh mạng; …", "nghiêm cấm các hành vi: chở quá tải; tháo phao".
    fn is_listing(&self, range: &Range<usize>) -> bool {
        const OPENS: [&str; 12] = [
            " về: ",
            " gồm: ",
            " như: ",
            " lĩnh vực: ",
            " hành vi: ",
            " hành vi sau: ",
            " nhóm: ",
            " đối tượng: ",
            " vấn đề: ",
            " including: ",
            " sur : ",
            " notamment : ",
        ];
        let Some(last) = self.duties.last() else { return false };
        let low = self.scene.low(last.range.clone());
        let small = self.scene.words(range.clone()).starts_with(char::is_lowercase);
        small && OPENS.iter().any(|opens| low.contains(opens))
    }

    /// A clause of bodies alone before a semicolon, maybe behind the word of an order: "Yêu cầu Thủ
    /// trưởng các sở; Chủ tịch UBND các xã …".
    fn only_bodies(&self, range: &Range<usize>) -> Option<Vec<String>> {
        let scene = self.scene;
        let order = (scene.language() == Language::Vi).then(|| vietnamese::order_length(scene, range))?;
        let words = scene.words(range.start + order..range.end);
        let alone = words.ends_with(';') && broken_table::only_bodies(scene, words);
        alone.then(|| parties::split(words, scene.language(), scene.lexicon))
    }

    fn judge(&self, range: Range<usize>, setting: Setting) -> Verdict {
        match self.scene.language() {
            Language::Vi => vietnamese::judge(self.scene, range, setting),
            Language::En => english::judge(self.scene, range, setting),
            Language::Fr => french::judge(self.scene, range, setting),
        }
    }

    /// An opener hands its bodies to the blocks below it; one that ends in a full stop hands
    /// them to everything that follows ("… to carry out seven tasks.").
    fn open(&mut self, at: usize, block: &Block, lead: Vec<String>) {
        if block.opens {
            let due = deadline::of_opener(self.scene, block);
            self.hand_down(at, block, Some(lead.clone()), due);
        }
        if !block.opens || block.parent.is_none() {
            self.everywhere = (self.level, lead);
        }
    }

    fn duty(
        &self,
        at: usize,
        block: &Block,
        range: Range<usize>,
        own: Option<Vec<String>>,
        confidence: f64,
        rule: &'static str,
    ) -> Duty {
        let everywhere = || Handed { lead: self.everywhere.1.clone(), ..Handed::default() };
        let handed = match own {
            Some(lead) => Handed { lead, ..Handed::default() },
            None => self.inherited(at, block).unwrap_or_else(everywhere),
        };
        let named = helpers::find(self.scene, range.clone());
        let coordinate = if named.is_empty() { handed.coordinate } else { named };
        let lead = handed.lead.into_iter().filter(|body| !coordinate.contains(body)).collect();
        let due = self.scene.due(range.clone()).or_else(|| self.inherited_due(block));
        Duty { range, lead, coordinate, due, deliverable: None, confidence, rule }
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
    fn inherited(&self, at: usize, block: &Block) -> Option<Handed> {
        let mut above = self.governing(block);
        let mut found = self.handed.get(at).cloned().flatten();
        while let (None, Some(parent)) = (&found, above) {
            found = self.handed.get(parent).cloned().flatten();
            above = self.scene.document.blocks.get(parent).and_then(|b| b.parent);
        }
        found
    }

    fn inherited_due(&self, block: &Block) -> Option<Due> {
        let mut above = self.governing(block);
        while let Some(parent) = above {
            if let Some(due) = self.due.get(parent).cloned().flatten() {
                return Some(due);
            }
            above = self.scene.document.blocks.get(parent).and_then(|b| b.parent);
        }
        None
    }

    /// "Thời gian hoàn thành: trước ngày …": a sentence that only says until when says it for all tasks of its block.
    fn give_due(&mut self, at: usize, range: &Range<usize>) {
        let low = self.scene.low(range.clone());
        let whole = self.scene.language() == Language::Vi && vietnamese::is_deadline_only(low);
        let Some(due) = self.scene.due(range.clone()).filter(|_| whole) else { return };
        let here = self.duties.iter_mut().zip(&self.places).filter(|(_, place)| **place == at);
        here.filter(|(duty, _)| duty.due.is_none()).for_each(|(duty, _)| duty.due = Some(due.clone()));
    }

    /// The last task goes on with a clause that says nothing of its own. One that only says until when
    /// ("…; …; hoàn thành trước ngày …") says it for all tasks of its sentence.
    fn lengthen(&mut self, range: Range<usize>) {
        let low = self.scene.low(range.clone());
        if self.scene.language() == Language::Vi && vietnamese::is_deadline_only(low) {
            let due = self.scene.due(range.clone());
            let text = self.scene.document.flow.text();
            let mut next = range.start;
            for duty in self.duties.iter_mut().rev() {
                let joined = text.get(duty.range.clone()).is_some_and(|words| words.ends_with(';'));
                let close = text
                    .get(duty.range.end..next)
                    .is_some_and(|gap| gap.chars().count() < 20 && !gap.contains('\n'));
                if !(joined && close) {
                    break;
                }
                next = duty.range.start;
                duty.due = duty.due.take().or_else(|| due.clone());
            }
        }
        let Some(last) = self.duties.last_mut() else { return };
        last.range.end = range.end;
        if last.due.is_none() {
            last.due = self.scene.due(range.clone());
        }
        if last.coordinate.is_empty() {
            last.coordinate = helpers::find(self.scene, last.range.clone());
        }
    }
}
