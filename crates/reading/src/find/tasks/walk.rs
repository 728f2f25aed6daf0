//! The way through the blocks of a document: headings hand bodies down, openers hand their lists down, and the clauses
//! of the others are judged. What governs a block stands in `handed`, what label lines say in `label`.

use super::handed::Handed;
use super::label::{self, Label, Labelled};
use super::{Duty, Setting, Verdict, assigned, deadline, english, french, helpers, overlaps, vietnamese};
use crate::Language;
use crate::dates::Due;
use crate::find::broken_table;
use crate::find::parties;
use crate::find::scene::Scene;
use crate::find::signs::Sign;
use crate::find::zone::Zone;
use crate::structure::{Block, Rank, is_title};
use std::ops::Range;

/// The way through the blocks, with what was handed down so far.
pub(super) struct Walk<'a, 'b> {
    pub(super) scene: &'a Scene<'b>,
    pub(super) covered: Vec<Range<usize>>,
    /// The bodies that each block hands to those below it.
    pub(super) handed: Vec<Option<Handed>>,
    /// The deadline that each heading hands to those below it.
    pub(super) due: Vec<Option<Due>>,
    /// A whole list of tasks was handed to these bodies below a heading of this level (0: below none): it reaches to
    /// the next one of that level.
    pub(super) everywhere: (usize, Vec<String>),
    /// The level of the last Markdown heading.
    pub(super) level: usize,
    pub(super) duties: Vec<Duty>,
    /// The block of each task.
    pub(super) places: Vec<usize>,
    pub(super) labelled: Labelled,
    /// The openers that hand a list down: their block, the clause, and whom it names.
    pub(super) openers: Vec<(usize, Range<usize>, Vec<String>)>,
}

impl<'a, 'b> Walk<'a, 'b> {
    pub(super) fn new(scene: &'a Scene<'b>, covered: Vec<Range<usize>>) -> Self {
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
            openers: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Vec<Duty> {
        for (at, block) in self.scene.blocks() {
            self.pass_headline(block);
            if self.is_covered(&block.range) {
                continue;
            }
            if self.scene.zone(at) == Zone::Idle {
                self.take_firm(at, block);
                continue;
            }
            if self.take_lone_label(at, block) {
                continue;
            }
            if self.is_link(block) {
                continue;
            }
            if self.is_heading(at, block) {
                self.take_heading(at, block);
            } else {
                self.take_content(at, block);
            }
        }
        self.take_lone_openers();
        if self.is_english() {
            assigned::hand_out(self.scene, &mut self.duties, &self.places);
            self.drop_titles();
        }
        self.duties
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

    /// "- [Use agile methods (Design Manual)](https://…)": an item in English or French that is one link names a page.
    fn is_link(&self, block: &Block) -> bool {
        let text = self.scene.source.text();
        let source = self.scene.document.flow.in_source(block.range.clone());
        let numbers = |c: char| c.is_ascii_digit() || matches!(c, '.' | ' ');
        let opened =
            || text.get(..source.start).is_some_and(|before| before.trim_end_matches(numbers).ends_with('['));
        let behind = || text.get(source.end..).and_then(|behind| behind.split('\n').next());
        self.scene.language() != Language::Vi
            && opened()
            && behind().is_some_and(|behind| behind.starts_with("](") || behind.starts_with("]["))
    }

    /// A heading of Markdown, or the title of an item, is no task where what stands below it has its own.
    fn drop_titles(&mut self) {
        let blocks = &self.scene.document.blocks;
        let titles = |at: usize| {
            let block = blocks.get(at)?;
            let short = || is_title(self.scene.words(block.range.clone()));
            let title = block.level > 0 || (block.marker.is_some() && short());
            (title && !self.scene.shows(&block.range, Sign::Duty)).then_some(block)
        };
        let end_of = |at: usize, title: &Block| {
            let ends = |block: &Block| match title.level {
                0 => block.rank <= title.rank || block.level > 0,
                level => block.level > 0 && block.level <= level,
            };
            let behind = blocks.iter().enumerate().skip(at + 1);
            behind.filter(|(_, block)| ends(block)).map(|(at, _)| at).next().unwrap_or(blocks.len())
        };
        let says_more = |place: &usize| {
            let Some(title) = titles(*place) else { return false };
            let next = self.places.get(self.places.partition_point(|other| other <= place));
            next.is_some_and(|next| *next < end_of(*place, title))
        };
        let keep: Vec<bool> = self.places.iter().map(|place| !says_more(place)).collect();
        let mut kept = keep.iter();
        self.duties.retain(|_| kept.next().copied().unwrap_or(true));
        let mut kept = keep.iter();
        self.places.retain(|_| kept.next().copied().unwrap_or(true));
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
        if block.opens {
            self.note_opener(at, block, block.range.clone(), lead.clone().unwrap_or_default());
        }
        self.hand_down(at, block, lead, due);
        if self.is_card(at, block) {
            let duty = self.duty(at, block, block.range.clone(), None, 0.85, "vi.verb");
            self.duties.push(duty);
            self.places.push(at);
        }
    }

    /// The bodies that the last words of a long heading order: "3. Nhiệm vụ tháng 5. … Chính phủ yêu cầu các bộ thực
    /// hiện những nội dung sau:".
    pub(super) fn order_of(&self, block: &Block) -> Option<Vec<String>> {
        let ordered = block.opens && self.scene.shows(&block.range, Sign::Order);
        let last = block.clauses.last().filter(|_| ordered)?;
        let setting =
            Setting { sentence: last.starts_sentence, opener: true, ..Setting::told(Zone::Neutral) };
        match self.judge(last.range.clone(), setting) {
            Verdict::Opens { lead } => Some(lead),
            _ => None,
        }
    }

    fn take_content(&mut self, at: usize, block: &Block) {
        let mut carried: Option<Vec<String>> = None;
        let mut listed: Option<(usize, Vec<String>)> = None;
        let mut after_task = false;
        let (in_list, possible) = (self.is_in_list(block), self.is_possible(block));
        let governed = self.is_english() && self.is_governed(block);
        for clause in self.clauses_of(block).iter() {
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
                    let meant = || self.meant(at, block, &range);
                    let own = || clause.starts_sentence && rule == "fr.duty" && meant().is_none();
                    carried = match (lead, carried) {
                        (Some(lead), _) => Some(lead),
                        (None, Some(before)) if !own() => Some(before),
                        _ => meant(),
                    };
                    let mut duty = self.duty(at, block, start..range.end, carried.clone(), confidence, rule);
                    duty.due = self.due_before(start, &range).or(duty.due);
                    if called {
                        self.labelled.call(self.duties.len());
                    }
                    self.duties.push(duty);
                    self.places.push(at);
                    after_task = true;
                }
                Verdict::Opens { lead } => self.open_list(at, block, range, lead),
                Verdict::Continues if after_task => {
                    if clause.starts_sentence {
                        self.give_due(at, &range);
                    }
                    self.lengthen(range);
                }
                Verdict::Continues | Verdict::Tells => after_task = after_task && !clause.starts_sentence,
            }
        }
        self.hand_to_numbered(at, block, carried.as_ref());
        if block.opens && self.handed.get(at).is_some_and(Option::is_none) {
            let due =
                deadline::of_phase(self.scene, block).or_else(|| deadline::of_opener(self.scene, block));
            self.hand_down(at, block, carried, due);
        }
    }

    /// "2031-2033: to build the piers", "May 3, 2031: Submit the register": the time before an act that gives none itself.
    fn due_before(&self, act: usize, range: &Range<usize>) -> Option<Due> {
        const LONGEST_LABEL: usize = 32;
        let timed = self.is_english() && act > range.start && self.scene.due(act..range.end).is_none();
        let label = || {
            let label = self.scene.words(range.start..act).trim_end_matches([':', '*', ' ']);
            let day = label.len() < LONGEST_LABEL && label.ends_with(|c: char| c.is_ascii_digit());
            day.then(|| self.scene.due_of_cell(label)).flatten().filter(|due| due.code.is_some())
        };
        timed.then(|| self.scene.due(range.clone()).or_else(label)).flatten()
    }

    /// In what an English document tells of background, scope and authority only firm words oblige, and only a body that
    /// they name: "Agencies must keep a register."
    fn take_firm(&mut self, at: usize, block: &Block) {
        const FIRM: [&str; 4] = [" must ", " shall ", " is required to ", " are required to "];
        if !self.is_english() || block.level > 0 || block.place.is_some() {
            return;
        }
        for clause in &block.clauses {
            let low = self.scene.low(clause.range.clone());
            if !FIRM.iter().any(|firm| low.contains(firm)) {
                continue;
            }
            let setting = Setting { sentence: clause.starts_sentence, ..Setting::told(Zone::Idle) };
            if let Verdict::Obliges { start, lead: Some(lead), rule: "en.duty", .. } =
                self.judge(clause.range.clone(), setting)
                && !lead.is_empty()
            {
                let range = clause.range.start + start..clause.range.end;
                let duty = self.duty(at, block, range, Some(lead), 0.6, "en.duty");
                self.duties.push(duty);
                self.places.push(at);
            }
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

    pub(super) fn is_english(&self) -> bool {
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
        let listed = scene.language() == Language::Vi && scene.words(range.clone()).ends_with(';');
        let order = listed.then(|| vietnamese::order_length(scene, range))?;
        let words = scene.words(range.start + order..range.end);
        broken_table::only_bodies(scene, words)
            .then(|| parties::split(words, scene.language(), scene.lexicon))
    }

    fn judge(&self, range: Range<usize>, setting: Setting) -> Verdict {
        match self.scene.language() {
            Language::Vi => vietnamese::judge(self.scene, range, setting),
            Language::En => english::judge(self.scene, range, setting),
            Language::Fr => french::judge(self.scene, range, setting),
        }
    }

    pub(super) fn duty(
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
