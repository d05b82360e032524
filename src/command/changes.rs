//! `changes [--since DATE] [ID...]`: what is new, corrected, superseded, renamed or gone in the data since an
//! earlier version of it, with the reason; over data of one's own, what that says against ours.

mod own;

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_output};
use crate::{
    error::Error,
    lang::{self, Label, Lang, message, phrase},
    model::{Change, ChangeKind, Figure, Kind, News, Span, Status, Text},
    page::{Labels, Page},
    query::resolve::{self, Resolved},
    render::Block,
    store::Atlas,
};

pub const CHANGES: Entry = Entry {
    name: "changes",
    about: "What is new, corrected or gone in the data since a date, and why; or your own data against ours",
    examples: &[
        "liangjiang changes",
        "liangjiang changes guoyuan fdi-contacts",
        "liangjiang changes --since 2026.11.23 --json",
        "mkdir -p my && liangjiang changes --data my --fields change,subject,what -f csv",
    ],
    options: with_output::<ChangesArgs>,
    run,
    contract: Some(Contract { row: "Changed", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct ChangesArgs {
    /// Only of these records: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Since this date or version of our data, such as 2026-11-23 or 2026.11.23; else since the release before,
    /// or with --data what your own data says against ours
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Name every new figure, dispute and gap
    #[arg(long)]
    all: bool,
}

/// One thing that changed.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Changed<'a> {
    /// What happened; over data of one's own `new`, `same`, `different` or `retired`.
    pub change: ChangeKind,
    /// Date of the data that brought it; of a policy whose term is over, the last day of the term.
    pub date: Option<String>,
    /// Id of the record, gap or dispute.
    pub subject: Text<'a>,
    /// Of a figure its series: metric, scope, part, other end, status; else `record`, a key of one, `gap` or
    /// `dispute`.
    pub what: String,
    /// What was said before; none where nothing was, or where it is not kept.
    pub before: Option<Side<'a>>,
    /// What is said now; none of what is gone.
    pub after: Option<Side<'a>>,
    /// Why, in English; none of what is new, and over data of one's own.
    pub reason: Option<Text<'a>>,
    /// Why, in Chinese.
    pub reason_zh: Option<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`.
    pub origin: Option<Text<'a>>,
    /// The kind of the record, where it is one; only for a page.
    #[serde(skip)]
    pub kind: Option<Kind>,
    /// The records that it concerns.
    #[serde(skip)]
    concerns: Vec<Text<'a>>,
}

/// One side of a change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Side<'a> {
    /// Id of the figure, record, gap or dispute.
    pub id: Text<'a>,
    /// The sentence of a figure; else what is said, in English.
    pub statement: Text<'a>,
    /// The same in Chinese, where it is held.
    pub statement_zh: Option<Text<'a>>,
    /// The figure; none of anything else, and of what is no longer held.
    pub figure: Option<Figure<'a>>,
}

impl<'a> Side<'a> {
    fn of_figure(figure: Figure<'a>) -> Self {
        let Figure { id, statement, statement_zh, .. } = figure.clone();
        Self { figure: Some(figure), ..Self::said(id, statement, Some(statement_zh)) }
    }

    fn said(id: Text<'a>, statement: Text<'a>, statement_zh: Option<Text<'a>>) -> Self {
        Self { id, statement, statement_zh, figure: None }
    }

    fn text(&self, lang: Lang) -> &str {
        lang.pick_or(&self.statement, self.statement_zh.as_ref())
    }
}

impl Side<'_> {
    /// The value of a figure, or its sentence where it stands beside one, with its date, what it covers, its source
    /// and its marks; else what is said.
    fn said_with_source(&self, other: Option<&Side>, labels: &Labels) -> Result<String, Error> {
        let Some(figure) = &self.figure else { return Ok(self.text(labels.lang).to_owned()) };
        let beside_sentence = other.is_some_and(|other| other.figure.is_none());
        let mut details = vec![labels.date_text(figure)];
        details.extend(labels.qualifiers(figure)?);
        details.push(figure.source.to_string());
        let details = labels.lang.bracket_all(&details);
        let marks = [labels.weak_mark(figure), &labels.note_mark(figure)].concat();
        let said =
            if beside_sentence { labels.statement(figure) } else { labels.value_or_statement(figure)? };
        Ok(said + &details + &marks)
    }
}

impl<'a> Changed<'a> {
    /// The id of what changed.
    fn own_id(&self) -> &Text<'a> {
        self.after.as_ref().or(self.before.as_ref()).map_or(&self.subject, |side| &side.id)
    }

    fn new(change: ChangeKind, subject: Text<'a>, what: String) -> Self {
        Self { change, concerns: vec![subject.clone()], subject, what, ..Self::default() }
    }

    /// Whether one of its sides has this id.
    fn is_of(&self, id: &str) -> bool {
        [&self.before, &self.after].into_iter().flatten().any(|side| *side.id == *id)
    }
}

impl Row for Changed<'_> {
    fn id(&self) -> Result<String, Error> {
        Ok(self.own_id().to_string())
    }
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ChangesArgs { mut ids, since, all } = ChangesArgs::from_arg_matches(matches)?;
    let piped = printer.read_ids(&mut ids)?;
    let Resolved { records, notes, mut missing } =
        resolve::records(&printer.atlas, &ids, None, printer.matching())?;
    // A row is also asked for by the id of a figure, gap or dispute that it names; one that is held has not changed.
    let atlas = printer.atlas;
    let is_held = |id: &str| {
        atlas.gap_by_id(id).is_ok_and(|gap| gap.is_some())
            || atlas.disputes().is_ok_and(|all| all.iter().any(|dispute| *dispute.id == *id))
    };
    let mut take_asked = |rows: &mut Vec<Changed>| {
        missing.retain(|error| match error {
            Error::NotFound { typed, .. } => !rows.iter().any(|row| row.is_of(typed)) && !is_held(typed),
            error => !matches!(error, Error::IsFigure(_)),
        });
        rows.retain(|row| {
            (ids.is_empty() && !piped)
                || records.iter().any(|(_, record)| row.concerns.contains(&record.id))
                || ids.iter().any(|id| row.is_of(id))
        });
    };
    if let Some((ours, data)) = printer.own.filter(|_| since.is_none()) {
        let mut rows = own::rows(printer.atlas, ours, data)?;
        take_asked(&mut rows);
        return printer.print(Answer { missing, notes, ..Answer::list(rows) }, &|rows, labels| {
            let page = page(rows, [Label::Ours, Label::Yours], true, labels)?;
            let page = page.titled(labels.label(Label::YoursAgainstOurs));
            Ok(page.noted(rows.is_empty(), labels.label(Label::NothingBesides)))
        });
    }
    let atlas = printer.own.map_or(printer.atlas, |(ours, _)| ours);
    let News { since: before, first, .. } = atlas.news()?.unwrap_or_default();
    let typed = match since {
        Some(since) => since,
        None if before.is_empty() => atlas.data_day()?.to_string(),
        None => before.to_string(),
    };
    let since = typed.trim().replace('.', "-");
    let Some(Span { start, .. }) = Span::parse_date(&since) else {
        return Err(message::not_a_date("--since", "2026-11-23", &typed));
    };
    let mut rows = Vec::new();
    for change in atlas.changes()? {
        let date = change.version.replace('.', "-");
        if date > start.to_string() {
            rows.push(row(atlas, change, date)?);
        }
    }
    take_asked(&mut rows);
    rows.sort_by_key(|row| row.change);
    let all = all || !ids.is_empty();
    let (first, today) = (first.replace('.', "-"), atlas.data_day()?);
    let answer = Answer { missing, notes, ..Answer::list(rows) };
    printer.print(answer, &|rows, labels| {
        let (lang, page) = (labels.lang, page(rows, [Label::Before, Label::Now], all, labels)?);
        let page = page.titled(phrase::changes_since(lang::date(&since, lang), lang));
        let no_changes = if start > today {
            phrase::data_ends(lang::date(&today.to_string(), lang), lang)
        } else {
            labels.label(Label::NoChanges).to_owned()
        };
        let page = page.noted(rows.is_empty(), no_changes);
        Ok(page.noted(since < first, phrase::changes_begin(lang::date(&first, lang), lang)))
    })
}

/// A change with what its ids stand for.
fn row<'a>(atlas: Atlas<'a>, change: Change<'a>, date: String) -> Result<Changed<'a>, Error> {
    let Change { change, id, old_id, was, was_zh, reason, reason_zh, .. } = change;
    let (what, of) = id.split_once(':').unwrap_or(("record", &*id));
    let subject_of = |id: &str| Text::from(id.split('.').next().unwrap_or_default().to_owned());
    let row = Changed::new(change, subject_of(of), what.to_owned());
    let mut row = Changed { date: Some(date), reason, reason_zh, ..row };
    if let Some(figure) = atlas.figure(&id)? {
        row.what = series_of(&figure);
        row.after = Some(Side::of_figure(figure));
    } else if let Some(record) = atlas.record_by_id(&id)? {
        row.kind = Some(record.kind);
        let status = record.status.filter(|_| matches!(change, ChangeKind::Status | ChangeKind::Lapsed));
        let status = status.map(|status| atlas.term(record.kind.status_set(), &status)).transpose()?;
        let said = status.flatten().map(|term| (term.label, term.label_zh));
        let (en, zh) = said.unwrap_or((record.summary, record.summary_zh));
        row.after = Some(Side::said(record.id, en, Some(zh)));
    } else if what == "gap"
        && let Some(gap) = atlas.gap_by_id(of)?
    {
        row.after = Some(Side::said(gap.id, gap.text, Some(gap.text_zh)));
        row.concerns = gap.records;
    } else if what == "dispute"
        && let Some(own) = atlas.disputes()?.into_iter().find(|own| own.id == of)
    {
        row.concerns = own.figures.iter().map(|id| subject_of(id)).collect();
        row.after = Some(Side::said(own.id, own.text, Some(own.text_zh)));
    }
    row.before = match (was, old_id) {
        (Some(was), old_id) => Some(Side::said(old_id.unwrap_or(id), was, was_zh)),
        (None, Some(old)) if change == ChangeKind::Superseded => atlas.figure(&old)?.map(Side::of_figure),
        // Another id for the same words.
        (None, Some(old)) => row.after.as_ref().map(|now| {
            let [en, zh] = [Lang::En, Lang::Zh].map(|lang| Text::from(now.text(lang).to_owned()));
            Side::said(old, en, Some(zh))
        }),
        (None, None) => None,
    };
    let [before, after] = [&row.before, &row.after].map(|side| side.as_ref()?.figure.as_ref());
    let why = match (change, before, after) {
        _ if row.reason.is_some() => None,
        (ChangeKind::Lapsed, ..) => Some(Label::TermOver),
        (_, Some(old), Some(new)) if new.strength < old.strength => Some(Label::StrongerSource),
        (_, Some(_), Some(_)) => Some(Label::AnotherSource),
        _ => None,
    };
    if let Some(why) = why {
        [row.reason, row.reason_zh] = [Lang::En, Lang::Zh].map(|lang| Some(why.text(lang).into()));
    }
    Ok(row)
}

/// The series of a figure, in its own words.
fn series_of(figure: &Figure) -> String {
    let status = Some(figure.status.name()).filter(|_| figure.status != Status::Actual);
    let parts = [figure.scope.as_deref(), figure.part.as_deref(), figure.to.as_deref(), status];
    std::iter::once(&*figure.metric).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(".")
}

/// By what happened: each reason once, and under it what it is about, as both `sides` say it. What is new is
/// counted and, where nobody asks for all of it, named only where it is a record.
fn page(rows: &[Changed], sides: [Label; 2], all: bool, labels: &Labels) -> Result<Page, Error> {
    let (lang, mut blocks) = (labels.lang, Vec::new());
    for change in ChangeKind::ALL {
        let rows: Vec<&Changed> = rows.iter().filter(|row| row.change == change).collect();
        if rows.is_empty() {
            continue;
        }
        let label = phrase::change(change, lang);
        blocks.push(Block::Heading([label, &lang.bracket(&rows.len().to_string())].concat()));
        if change == ChangeKind::New && !all {
            new(&rows, labels, &mut blocks);
            continue;
        }
        for same in rows.chunk_by(|a, b| a.reason == b.reason) {
            if let Some(reason) = &same[0].reason {
                blocks.push(Block::Text(lang.pick_or(reason, same[0].reason_zh.as_ref()).to_owned()));
            }
            for row in same {
                let id = row.own_id();
                let old = row.before.as_ref().map(|old| &old.id).filter(|old| *old != id);
                let ids = old.map_or_else(|| id.to_string(), |old| format!("{old} → {id}"));
                let key =
                    Some(&*row.what).filter(|_| row.change == ChangeKind::Different && *row.subject == **id);
                let key = key.map(|key| lang.bracket(key)).unwrap_or_default();
                // The value of a figure bears the mark itself.
                let is_figure = row.after.as_ref().is_some_and(|after| after.figure.is_some());
                let own = row.origin.as_ref().filter(|_| !is_figure);
                blocks.push(Block::Item(labels.with_mark(&(ids + &key), own)));
                let [before, after] = [&row.before, &row.after].map(Option::as_ref);
                let [was, is] = [before, after].map(|side| Some(side?.text(lang)));
                let differ = was.is_some() && was != is;
                for (label, side) in sides.into_iter().zip([before.filter(|_| differ), after]) {
                    let Some(side) = side else { continue };
                    let label = if differ { [labels.label(label), lang.colon()] } else { [""; 2] };
                    blocks.push(Block::Indented(label.concat() + &side.said_with_source(before, labels)?));
                }
            }
        }
    }
    Ok(Page::of(blocks).with_marks_explained(labels))
}

/// New records by kind, and how many new figures, disputes and gaps there are.
fn new(rows: &[&Changed], labels: &Labels, blocks: &mut Vec<Block>) {
    let lang = labels.lang;
    for kind in Kind::ALL {
        let ids: Vec<&str> =
            rows.iter().filter(|row| row.kind == Some(kind)).map(|row| &*row.subject).collect();
        if !ids.is_empty() {
            let (en, zh) = kind.titles();
            let count = lang.bracket(&ids.len().to_string());
            let kind = [lang.pick(en, zh), &count, lang.colon(), &lang.list(ids)].concat();
            blocks.push(Block::Item(kind));
        }
    }
    let is_figure = |row: &Changed| row.after.as_ref().is_some_and(|side| side.figure.is_some());
    let count = |is: &dyn Fn(&Changed) -> bool| rows.iter().filter(|row| is(row)).count();
    let others = [
        (count(&is_figure), "figures", Label::Figures),
        (count(&|row| row.what == "dispute"), "disputes", Label::Disputes),
        (count(&|row| row.what == "gap"), "gaps", Label::Gaps),
    ];
    let others = others.into_iter().filter(|(count, ..)| *count > 0);
    let others = others.map(|(count, plural, label)| lang::count(count, plural, label.text(lang), lang));
    let others = lang.list(others);
    if !others.is_empty() {
        blocks.push(Block::Item(labels.see(others, "liangjiang changes --all")));
    }
}
