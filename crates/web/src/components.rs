//! The parts that pages share: the frame, pagers, headings that sort, choices, and the hidden
//! fields of forms. Each part with markup of its own has a template under `templates/components/`.

use crate::fields::{Fields, new_command};
use crate::words::Words;
use askama::Template;

/// The frame of every page.
pub(crate) struct Page {
    /// The words of the visitor's language.
    pub(crate) words: Words,
    /// The title of the page.
    pub(crate) title: String,
    /// The token that forms carry.
    pub(crate) csrf: String,
    /// Path and query of this page.
    pub(crate) here: String,
    /// Today, ISO.
    pub(crate) today: String,
    /// The day that the page is shown for, ISO.
    pub(crate) day: String,
    /// The banner of a past day.
    pub(crate) past: Option<String>,
    /// Whether this is the demonstration.
    pub(crate) demo: bool,
    /// The name of the locality.
    pub(crate) locality: String,
    /// The name of the data that is shown.
    pub(crate) data_name: String,
    /// Who is signed in.
    pub(crate) person: Option<String>,
    /// The words of the role.
    pub(crate) role: String,
    /// Whether the accounts are in reach.
    pub(crate) keeps_accounts: bool,
    /// The address of the styles.
    pub(crate) styles: String,
    /// The languages to choose from.
    pub(crate) languages: Vec<LanguageLink>,
    /// The places.
    pub(crate) nav: Vec<NavLink>,
    /// What the last form did.
    pub(crate) notice: Option<String>,
}

impl Page {
    /// The words of a key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The code of the language of the page.
    pub(crate) fn language(&self) -> &'static str {
        self.words.language().code()
    }
}

/// A language to choose.
pub(crate) struct LanguageLink {
    /// Its code.
    pub(crate) code: &'static str,
    /// Its own name.
    pub(crate) name: &'static str,
    /// Where it is chosen.
    pub(crate) href: String,
    /// Whether it is the one of this page.
    pub(crate) current: bool,
}

/// A place of the navigation.
pub(crate) struct NavLink {
    /// Its address.
    pub(crate) href: &'static str,
    /// Its name.
    pub(crate) name: String,
    /// Whether this page lies there.
    pub(crate) current: bool,
}

/// A link with its words.
pub(crate) struct Link {
    /// Where it leads; empty for words without a link.
    pub(crate) href: String,
    /// Its words.
    pub(crate) name: String,
}

/// One choice of a list.
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    /// Its words.
    pub(crate) name: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// Choices from codes and their words, one of them chosen.
pub(crate) fn choices(words: Words, list: &str, codes: &[&str], chosen: &str) -> Vec<Choice> {
    let choice = |code: &&str| Choice {
        value: (*code).to_owned(),
        name: words.label(list, code),
        chosen: *code == chosen,
    };
    codes.iter().map(choice).collect()
}

/// A heading of a column that sorts.
#[derive(Template)]
#[template(path = "components/sort.html")]
pub(crate) struct SortLink {
    href: String,
    name: String,
    /// `ascending`, `descending` or `none`.
    pub(crate) order: &'static str,
}

/// How a list is sorted, for its headings.
pub(crate) struct Sorting<'a> {
    /// The path of the list.
    pub(crate) path: &'a str,
    /// What was asked of the list.
    pub(crate) asked: &'a Fields,
    /// The column that it is sorted by.
    pub(crate) by: &'a str,
    /// Whether the order is turned round.
    pub(crate) descending: bool,
}

impl Sorting<'_> {
    /// The heading of a column.
    pub(crate) fn link(&self, column: &str, name: String) -> SortLink {
        let own = self.by == column;
        let order = match (own, self.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let turn = if own && !self.descending { "yes" } else { "" };
        let query = self.asked.query(&[("sort", column), ("descending", turn), ("page", "")]);
        SortLink { href: format!("{}{query}", self.path), name, order }
    }
}

/// The links to other pages of a list, and the sentence that says how long it is.
#[derive(Template)]
#[template(path = "components/pager.html")]
pub(crate) struct Pager {
    label: String,
    summary: String,
    previous: Option<Link>,
    next: Option<Link>,
}

impl Pager {
    /// The pager of a list at `path`.
    pub(crate) fn new(words: Words, path: &str, asked: &Fields, place: &Place) -> Self {
        let last = place.total.div_ceil(u64::from(place.per_page.max(1))).max(1);
        let page = u64::from(place.page.max(1));
        let link = |page: u64, key: &str| Link {
            href: format!("{path}{}", asked.query(&[("page", &page.to_string())])),
            name: words.t(key),
        };
        let (page_shown, last_shown) = (words.whole(page), words.whole(last));
        let total = words.count(place.counted, place.total);
        let summary = if last > 1 {
            words.with("pager-summary", &[("total", &total), ("page", &page_shown), ("last", &last_shown)])
        } else {
            total
        };
        Self {
            label: words.t("pager-label"),
            summary,
            previous: (page > 1).then(|| link(page - 1, "pager-previous")),
            next: (page < last).then(|| link(page + 1, "pager-next")),
        }
    }
}

/// Where a page lies in its list.
pub(crate) struct Place {
    /// The page, from 1.
    pub(crate) page: u32,
    /// Rows to a page.
    pub(crate) per_page: u32,
    /// Rows in all.
    pub(crate) total: u64,
    /// The key of the words that count the rows.
    pub(crate) counted: &'static str,
}

/// The page number that was asked for.
pub(crate) fn page_asked(asked: &Fields) -> u32 {
    asked.parse::<u32>("page").unwrap_or(1).clamp(1, 1_000_000)
}

/// A trouble with a form: what it is, and the field to go to.
#[derive(Debug, Clone)]
pub(crate) struct Trouble {
    /// What to do about it.
    pub(crate) words: String,
    /// The id of the field.
    pub(crate) field: String,
}

/// A small act that asks for a reason: to part a version, to withdraw a relation.
#[derive(Template)]
#[template(path = "components/ask_reason.html")]
pub(crate) struct AskReason {
    words: Words,
    csrf: String,
    action: String,
    command: String,
    hidden: Vec<(&'static str, String)>,
    /// What it does, and to what: the second is for those who do not see where it stands.
    summary: String,
    about: String,
    button: String,
}

impl AskReason {
    /// The act `what` on the page of `action`, with the fields that say on what. `keys` are those of what it
    /// does and of its button.
    pub(crate) fn new(
        page: &Page,
        (action, what): (String, &'static str),
        mut hidden: Vec<(&'static str, String)>,
        keys: (&str, &str),
        about: String,
    ) -> Self {
        hidden.push(("what", what.to_owned()));
        let words = page.words;
        let (csrf, command) = (page.csrf.clone(), new_command().to_string());
        let (summary, button) = (words.t(keys.0), words.t(keys.1));
        Self { words, csrf, action, command, hidden, summary, about, button }
    }
}

/// The hidden fields of a form that changes a record, and the two optional ones that every change
/// has: what it rests on, and from which day it counts.
#[derive(Template)]
#[template(path = "components/change.html")]
pub(crate) struct ChangeFields {
    words: Words,
    csrf: String,
    what: &'static str,
    command: String,
    version: u64,
    authority: String,
    effective_on: String,
    open: bool,
}

impl ChangeFields {
    /// The fields of the form named `what` for a record of this version. `typed` is what came with
    /// the form when it was sent and refused.
    pub(crate) fn new(page: &Page, what: &'static str, version: u64, typed: Option<&Fields>) -> Self {
        let text = |name: &str| typed.map(|typed| typed.get(name).to_owned()).unwrap_or_default();
        let (authority, effective_on) = (text("authority"), text("effective_on"));
        Self {
            words: page.words,
            csrf: page.csrf.clone(),
            what,
            command: new_command().to_string(),
            version,
            open: !authority.is_empty() || !effective_on.is_empty(),
            authority,
            effective_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::Language;

    fn asked(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn a_heading_sorts_and_turns_round() {
        let asked = asked(&[("q", "x"), ("page", "3"), ("sort", "due")]);
        let sorting = Sorting { path: "/tasks", asked: &asked, by: "due", descending: false };
        let own = sorting.link("due", String::new());
        assert_eq!((own.href.as_str(), own.order), ("/tasks?q=x&sort=due&descending=yes", "ascending"));
        let other = sorting.link("lead", String::new());
        assert_eq!((other.href.as_str(), other.order), ("/tasks?q=x&sort=lead", "none"));
    }

    #[test]
    fn the_pager_knows_its_ends() {
        let words = Words::new(Language::En);
        let pager = |page, total| {
            let place = Place { page, per_page: 50, total, counted: "task-count" };
            let pager = Pager::new(words, "/tasks", &asked(&[("page", "2")]), &place);
            (pager.previous.map(|link| link.href), pager.next.map(|link| link.href))
        };
        assert_eq!(pager(1, 0), (None, None));
        assert_eq!(pager(1, 51), (None, Some("/tasks?page=2".into())));
        assert_eq!(pager(2, 51), (Some("/tasks?page=1".into()), None));
    }
}
