//! Label lines: "Cơ quan chủ trì: Sở Tài chính.", "Deadline: 30 June 2026", "Livrable : …". They
//! belong to the tasks above them, and say who, with whom, until when and with what result.

use super::super::parties;
use super::super::scene::Scene;
use super::walk::Walk;
use super::{Duty, helpers, vietnamese};
use crate::Language;
use crate::dates::Due;
use crate::find::broken_table;
use crate::structure::{Block, Clause, Rank};
use crate::words::{Phrases, lower};
use std::borrow::Cow;
use std::ops::Range;

/// What a label line says.
#[derive(Debug, Clone)]
pub(super) enum Label {
    /// "Nhiệm vụ: …": what follows is the task.
    Task,
    /// The bodies in charge, and those that its value names as helping: "Sở Y tế chủ trì, phối hợp với …".
    Lead(Vec<String>, Vec<String>),
    /// The bodies that help.
    Coordinate(Vec<String>),
    /// Until when.
    Deadline(Option<Due>),
    /// What shows that it is done.
    Deliverable(String),
    /// A label alone, with more labels below it: "Cơ quan thực hiện:".
    Alone,
}

/// A value of so many bytes is a sentence and no list of bodies.
const LONGEST_VALUE: usize = 900;

/// The label at the start of a stretch, and the bytes that it takes with its colon.
pub(super) fn read(scene: &Scene<'_>, range: Range<usize>) -> Option<(Label, usize)> {
    let low = scene.low(range.clone());
    let labels = &scene.lexicon.labels;
    let kinds = [&labels.task, &labels.lead, &labels.coordinate, &labels.deadline, &labels.deliverable];
    let (kind, length) = kinds
        .iter()
        .enumerate()
        .filter_map(|(at, kind)| Some((at, kind.at_start(low)?)))
        .max_by_key(|f| f.1)?;
    let behind = low.get(length..)?.trim_start();
    // "Action 1.2 : …", "Mesure n° 3 : …" count the tasks.
    let numbered = behind
        .trim_start_matches("n°")
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    let colon = if kind == 0 { numbered } else { behind };
    let colon = colon.trim_start().strip_prefix(':')?;
    let taken = low.len() - colon.trim_start().len();
    let value = range.start + taken..range.end;
    let words = scene.words(value.clone()).trim().trim_end_matches(['.', ';', ',']).trim_end();
    let bodies = || parties::split(bodies_of(scene, words), scene.language(), scene.lexicon);
    let label = match kind {
        0 => Label::Task,
        _ if words.is_empty() => Label::Alone,
        _ if words.len() > LONGEST_VALUE => return None,
        1 => {
            let vietnamese = scene.language() == Language::Vi;
            Label::Lead(bodies(), if vietnamese { helpers::find(scene, value) } else { Vec::new() })
        }
        2 => Label::Coordinate(bodies()),
        3 => Label::Deadline(scene.due(value).or_else(|| scene.due_of_cell(words))),
        _ => Label::Deliverable(words.to_owned()),
    };
    Some((label, taken))
}

/// The bodies of a value, without what they do: "Sở Y tế chủ trì, phối hợp với …".
fn bodies_of<'a>(scene: &Scene<'_>, words: &'a str) -> &'a str {
    let lexicon = scene.lexicon;
    if scene.language() == Language::En {
        let duty = lexicon.duties.find(&lower(words)).map(|(at, _)| at);
        return duty.and_then(|at| words.get(..at)).unwrap_or(words);
    }
    let ends: [&Phrases; 3] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties];
    let length = (scene.language() == Language::Vi)
        .then(|| parties::list_length(words, &lower(words), lexicon, &ends))
        .flatten();
    let acts = length.and_then(|length| words.get(length..)).is_some_and(|rest| {
        let rest = lower(rest.trim_start_matches([',', ' ']));
        ends.iter().any(|phrases| phrases.at_start(&rest).is_some())
    });
    length.filter(|_| acts).and_then(|length| words.get(..length)).unwrap_or(words)
}

/// Which tasks the label lines of one run belong to.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    /// The tasks up to here have had their labels, or none.
    done: usize,
    /// The tasks of the run of labels that is being read, and what governs it.
    run: Option<(Option<usize>, Vec<usize>)>,
    /// Blocks that are labels alone.
    alone: Vec<usize>,
    /// The last task that a label called: "Engagement 2 : …".
    called: Option<usize>,
}

impl Labelled {
    /// A label called the task with this number.
    pub(super) fn call(&mut self, task: usize) {
        self.called = Some(task);
    }
}

impl<'a> Walk<'a, '_> {
    /// The clauses of a block; a label line of bodies is one, "Cơ quan phối hợp: Các sở, ngành; UBND các xã."
    pub(super) fn clauses_of(&self, block: &'a Block) -> Cow<'a, [Clause]> {
        let bodies =
            |clause: &Clause| broken_table::only_bodies(self.scene, self.scene.words(clause.range.clone()));
        let listed = self.scene.language() == Language::Vi
            && block.clauses.len() > 1
            && matches!(
                block.clauses.first().and_then(|first| read(self.scene, first.range.clone())),
                Some((Label::Lead(..) | Label::Coordinate(_), _))
            )
            && block.clauses.iter().skip(1).all(bodies);
        if listed {
            return Cow::Owned(vec![Clause { range: block.range.clone(), starts_sentence: true }]);
        }
        Cow::Borrowed(&block.clauses)
    }

    /// "4. Tổ chức kiểm tra các bến" above label lines alone ("Cơ quan thực hiện: …"): the heading is what is to be done.
    pub(super) fn is_card(&self, at: usize, block: &Block) -> bool {
        let blocks = &self.scene.document.blocks;
        if block.marker.is_none() || !vietnamese::acts(self.scene, block.range.clone()) {
            return false;
        }
        let label = |block: &Block| read(self.scene, block.range.clone()).map(|(label, _)| label);
        let below =
            blocks.get(at + 1..).unwrap_or_default().iter().take_while(|next| self.is_below(next, at));
        let mut labels = below.map(|next| {
            let under = next.parent.filter(|parent| *parent != at).and_then(|parent| blocks.get(parent));
            under.and_then(label).or_else(|| label(next))
        });
        labels.next().flatten().is_some_and(|first| !matches!(first, Label::Task))
            && labels.all(|label| label.is_some_and(|label| !matches!(label, Label::Task)))
    }

    /// Whether a block stands somewhere below another.
    fn is_below(&self, block: &Block, above: usize) -> bool {
        let mut parent = block.parent;
        while let Some(at) = parent.filter(|at| *at > above) {
            parent = self.scene.document.blocks.get(at).and_then(|block| block.parent);
        }
        parent == Some(above)
    }

    /// A block that is a label alone governs nothing but its labels.
    pub(super) fn take_lone_label(&mut self, at: usize, block: &Block) -> bool {
        let alone = matches!(read(self.scene, block.range.clone()), Some((Label::Alone, _)));
        if alone {
            self.labelled.alone.push(at);
        }
        alone
    }

    /// Gives what a label says to the tasks above it.
    pub(super) fn take_label(&mut self, at: usize, block: &Block, label: &Label) {
        let scope = self.scope(block);
        let fresh = self.duties.len() > self.labelled.done;
        if fresh || self.labelled.run.as_ref().is_none_or(|(governs, _)| *governs != scope) {
            let tasks = self.above(at, block, scope);
            self.labelled.done = self.duties.len();
            self.labelled.run = Some((scope, tasks));
        }
        let Some((_, tasks)) = &self.labelled.run else { return };
        for task in tasks {
            if let Some(duty) = self.duties.get_mut(*task) {
                give(duty, label);
            }
        }
    }

    /// What governs a label, seen past labels that stand alone.
    fn scope(&self, block: &Block) -> Option<usize> {
        let mut scope = block.parent;
        while let Some(above) = scope.filter(|above| self.labelled.alone.contains(above)) {
            scope = self.scene.document.blocks.get(above).and_then(|b| b.parent);
        }
        scope
    }

    /// The tasks that a label belongs to: those of its own block, else those of the last block where
    /// it is a plain line, with what was called before it, else all under what governs it.
    fn above(&self, at: usize, block: &Block, scope: Option<usize>) -> Vec<usize> {
        let new = self.labelled.done..self.duties.len();
        let of_block = |place: usize| -> Vec<usize> {
            new.clone().filter(|task| self.places.get(*task) == Some(&place)).collect()
        };
        let own = of_block(at);
        if !own.is_empty() {
            return own;
        }
        // Paragraphs of a numbered item share the plain label lines below them.
        let item = scope.and_then(|scope| self.scene.document.blocks.get(scope)?.marker).is_some();
        let called = self.labelled.called.filter(|task| *task >= self.labelled.done);
        match self.places.last() {
            Some(_) if block.rank == Rank::None && called.is_some() => {
                called.map_or(new.clone(), |task| task..new.end).collect()
            }
            Some(last) if block.rank == Rank::None && !item => of_block(*last),
            _ => new.filter(|task| self.stands_under(*task, scope)).collect(),
        }
    }

    fn stands_under(&self, task: usize, scope: Option<usize>) -> bool {
        let Some(scope) = scope else { return true };
        let mut place = self.places.get(task).copied();
        while let Some(at) = place {
            if at <= scope {
                return at == scope;
            }
            place = self.scene.document.blocks.get(at).and_then(|b| b.parent);
        }
        false
    }
}

/// A label names who is in charge, whatever the sentence starts with; what a task says itself of
/// helpers and time stays.
fn give(duty: &mut Duty, label: &Label) {
    match label {
        Label::Lead(bodies, helpers) => {
            duty.lead.clone_from(bodies);
            add_helpers(duty, helpers);
        }
        Label::Coordinate(bodies) => add_helpers(duty, bodies),
        Label::Deadline(due) if duty.due.as_ref().is_none_or(|own| own.code.is_none()) => {
            duty.due = due.clone().or(duty.due.take());
        }
        Label::Deliverable(words) => duty.deliverable = Some(words.clone()),
        Label::Deadline(_) | Label::Task | Label::Alone => {}
    }
}

fn add_helpers(duty: &mut Duty, bodies: &[String]) {
    let new = bodies.iter().filter(|body| !duty.coordinate.contains(body) && !duty.lead.contains(body));
    let new: Vec<String> = new.cloned().collect();
    duty.coordinate.extend(new);
}

#[cfg(test)]
mod tests {
    use crate::read_text;

    /// Who, with whom, until when, and with what result each task of a text is done.
    fn tasks(text: &str) -> Vec<String> {
        let said = |task: &crate::Task| {
            let words = [
                task.lead.join("; "),
                task.coordinate.join("; "),
                task.deadline.clone().unwrap_or_default(),
                task.deliverable.clone().unwrap_or_default(),
            ];
            words.join(" | ")
        };
        read_text(text, None).tasks.iter().map(said).collect()
    }

    #[test]
    fn labels_belong_to_the_tasks_above_them() {
        let plan = "Số: 9/KH-UBND\n\nKẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Về cầu yếu\n\na) Nhiệm vụ:\n\n\
            - Kiểm tra các cầu trên tuyến.\n\n- Lập phương án sửa chữa.\n\nb) Cơ quan thực hiện:\n\n\
            - Đơn vị chủ trì: Sở Xây dựng.\n\n- Đơn vị phối hợp: Công an tỉnh, UBND các xã.\n\n\
            c) Thời gian thực hiện: Hoàn thành trong quý I/2027.\n\n\
            2. Cập nhật bản đồ ngập. Cơ quan chủ trì: Sở Nông nghiệp và Môi trường; sản phẩm: Bản đồ số.\n";
        let bridge = "Sở Xây dựng | Công an tỉnh; UBND các xã | 2027-Q1 | ";
        assert_eq!(tasks(plan), [bridge, bridge, "Sở Nông nghiệp và Môi trường |  |  | Bản đồ số"]);
    }

    #[test]
    fn a_label_line_serves_all_paragraphs_of_its_item() {
        let plan = "DECISION\n\nII. TASKS\n\n1. To pilot the ferry on two rivers.\n\nTo train its crew.\n\n\
            Implementation time: 2031-2034.\n\n2. To repair the piers.\n\nImplementation time: 2035.\n";
        assert_eq!(tasks(plan), [" |  | 2031/2034 | ", " |  | 2031/2034 | ", " |  | 2035 | "]);
    }

    #[test]
    fn a_label_may_hold_a_sentence_that_obliges_itself() {
        let plan = "DECISION\n\nII. TASKS\n\n1. To build the ferry.\n\nImplementing agency: The Ministry of Transport \
            shall coordinate with the Ministry of Finance in building it.\n\n2. To repair the piers.\n";
        let led = "Ministry of Transport |  |  | ";
        assert_eq!(tasks(plan), [led, "Ministry of Transport | Ministry of Finance |  | ", " |  |  | "]);
    }

    #[test]
    fn plain_label_lines_in_english_and_french() {
        let english = "DIRECTIVE\n\n1. Publish the register of bridges.\n\nLead agency: Department of Transport\n\n\
            Deadline: 30 June 2027\n\nDeliverable: online register\n\n2. Inspect every bridge.\n";
        assert_eq!(
            tasks(english),
            ["Department of Transport |  | 2027-06-30 | online register", " |  |  | "]
        );
        let french = "DIRECTIVE\n\n1. Publier le registre des ponts de la région.\n\nChef de file : Ministère des \
            Transports\n\nÉchéance : 30 juin 2027\n";
        assert_eq!(tasks(french), ["Ministère des Transports |  | 2027-06-30 | "]);
    }

    #[test]
    fn labels_below_a_called_task_belong_to_all_of_it() {
        let plan = "FEUILLE DE ROUTE\n\nEngagement 1 : ouvrir les données des bacs\n\nLe ministère publiera le registre.\n\n\
            Pilote : direction des Bacs\n\nÉchéance : décembre 2031\n\nEngagement 2 : former les pilotes\n\n\
            Pilote : école des Bacs\n";
        let first = "direction des Bacs |  | 2031-12 | ";
        assert_eq!(tasks(plan), [first, first, "école des Bacs |  |  | "]);
    }

    #[test]
    fn a_heading_above_labels_alone_is_the_task_and_a_list_of_bodies_is_one_label() {
        let plan = "Số: 9/KH-UBND\n\nKẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Tổ chức kiểm tra các bến phà trên sông\n\n\
            - Cơ quan thực hiện: Sở Xây dựng; Sở Tư pháp và các sở có liên quan.\n\n- Thời gian: Năm 2027.\n\n\
            2. Kiểm tra bến\n\n- Kiểm tra phao cứu sinh của các bến.\n\n- Cơ quan thực hiện: Sở Y tế.\n";
        let expected = ["Sở Xây dựng; Sở Tư pháp; các sở có liên quan |  | 2027 | ", "Sở Y tế |  |  | "];
        assert_eq!(tasks(plan), expected);
    }

    #[test]
    fn words_that_are_no_labels_are_left_alone() {
        let text = "Số: 9/KH-UBND\n\nKẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Sở Y tế kiểm tra các trạm cấp cứu.\n\n\
            2. Thời gian qua, công tác cấp cứu có tiến bộ.\n\n3. Kết quả: chưa có.\n";
        assert_eq!(tasks(text).first().map(String::as_str), Some("Sở Y tế |  |  | "));
    }
}
