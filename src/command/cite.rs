//! `cite`: the line for a memo: what a figure or a record says, and where it was read. The citation formats
//! give the sources alone.

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_citations};
use crate::{
    cli::Format,
    error::{Entity, Error},
    lang::{Label, Lang, phrase},
    model::{Figure, Record, Source, Text},
    page::{Labels, Page},
    query::resolve::{self, FuzzyMatch, Matching},
    render::{self, Block},
    store::Atlas,
};

pub const CITE: Entry = Entry {
    name: "cite",
    about: "The line for a memo: what a figure or record says, and where it was read",
    examples: &[
        "liangjiang cite jiangbei-airport.passengers.2021",
        "liangjiang figures cuntan -f ids | liangjiang cite - -f markdown",
        "liangjiang cite guoyuan -f bibtex",
    ],
    options: with_citations::<CiteArgs>,
    run,
    contract: Some(Contract { row: "Cited", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct CiteArgs {
    /// Ids of figures, or of records (name, alias or pinyin too); - reads ids from standard input
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
}

/// What is cited, with its sources.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cited<'a> {
    /// Id of the figure or record.
    pub id: Text<'a>,
    /// What the figure says, or what the record is, in English.
    pub statement: Text<'a>,
    /// The same in Chinese.
    pub statement_zh: Text<'a>,
    /// The caveat of the figure, in English.
    pub note: Option<Text<'a>>,
    /// The caveat of the figure, in Chinese.
    pub note_zh: Option<Text<'a>>,
    /// The figure; none where a record is cited.
    pub figure: Option<Figure<'a>>,
    /// Ids of the disputes that name the figure, or a figure of the record.
    pub disputes: Vec<Text<'a>>,
    /// Where it was read.
    pub sources: Vec<Source<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

impl Row for Cited<'_> {
    fn cited(&self) -> Vec<Text<'_>> {
        self.sources.iter().map(|source| source.id.clone()).collect()
    }
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let CiteArgs { mut ids } = CiteArgs::from_arg_matches(matches)?;
    printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let (mut rows, mut missing, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for typed in &ids {
        match cited(atlas, typed, printer.matching(), missing.len()) {
            Ok((row, note)) => {
                // What is asked for twice is cited once.
                if !rows.iter().any(|known: &Cited| known.id == row.id) {
                    rows.push(row);
                }
                notes.extend(note);
            }
            Err(error @ Error::Data(_)) => return Err(error),
            Err(error) => missing.push(error),
        }
    }
    let as_footnotes = printer.options.format() == Format::Markdown && printer.draws_page();
    if as_footnotes && !rows.is_empty() {
        let text = footnotes(&rows, &Labels::new(atlas, printer.style().lang, None))?;
        printer.write(text)?;
        printer.report(&missing, &notes);
        return Ok(());
    }
    printer.print(Answer { missing, notes, ..Answer::list(rows) }, &page)
}

/// What one argument asks for, with the note of a near miss, where so many before it are missing.
fn cited<'a>(
    atlas: Atlas<'a>,
    typed: &str,
    matching: Matching,
    missing: usize,
) -> Result<(Cited<'a>, Option<FuzzyMatch>), Error> {
    // The id of a figure has dots, that of a record has none.
    if !typed.contains('.') {
        let found = resolve::one_of_many(&atlas, typed, None, matching, missing)?;
        return Ok((of_record(atlas, found.number)?, found.note));
    }
    if let Some(figure) = atlas.figure(typed.trim())? {
        return Ok((of_figure(atlas, figure)?, None));
    }
    match resolve::renamed(&atlas, typed.trim())? {
        Some((figure, note)) => Ok((of_figure(atlas, figure)?, Some(note))),
        None => Err(unknown_figure(atlas, typed)?),
    }
}

fn of_figure<'a>(atlas: Atlas<'a>, figure: Figure<'a>) -> Result<Cited<'a>, Error> {
    let Figure { id, statement, statement_zh, note, note_zh, disputes, origin, .. } = figure.clone();
    let sources = vec![atlas.cited(&figure.source)?];
    let figure = Some(figure);
    Ok(Cited { id, statement, statement_zh, note, note_zh, figure, disputes, sources, origin })
}

fn of_record(atlas: Atlas, number: usize) -> Result<Cited, Error> {
    let Record { id, summary: statement, summary_zh: statement_zh, sources, .. } = atlas.record(number)?;
    let origin = atlas.own_part(&id, &["summary", "summary_zh"])?;
    let disputes = atlas.record_index(number)?.disputes.into_iter();
    let disputes = disputes.map(|n| Ok(Text::from(atlas.dispute(n as usize)?.id())));
    let disputes = disputes.collect::<Result<_, Error>>()?;
    let sources = sources.iter().map(|id| atlas.cited(id)).collect::<Result<_, _>>()?;
    Ok(Cited {
        id,
        statement,
        statement_zh,
        note: None,
        note_zh: None,
        figure: None,
        disputes,
        sources,
        origin,
    })
}

/// The error of an id that is no figure's; it names figures of the same record and metric.
fn unknown_figure(atlas: Atlas, typed: &str) -> Result<Error, Error> {
    let (subject, rest) = typed.trim().split_once('.').unwrap_or_default();
    let metric = rest.split('.').next().unwrap_or_default();
    let mut candidates = Vec::new();
    if let Some(number) = atlas.record_number(subject)? {
        for number in atlas.record_index(number)?.figure_range() {
            let figure = atlas.stored_figure(number)?;
            candidates.extend(figure.metric().starts_with(metric).then(|| figure.id().to_owned()));
        }
    }
    Ok(Error::NotFound { what: Entity::Figure, typed: typed.to_owned(), candidates })
}

fn page(rows: &[Cited], labels: &Labels) -> Result<Page, Error> {
    let lang = labels.lang;
    let mut blocks = Vec::new();
    for row in rows {
        if !blocks.is_empty() {
            blocks.push(Block::Blank);
        }
        let own = labels.own_mark(row.origin.as_ref());
        blocks.push(Block::Text(statement(row, labels)? + own));
        if let Some(note) = &row.note {
            blocks.push(Block::Indented(lang.pick_or(note, row.note_zh.as_ref()).to_owned()));
        }
        for source in &row.sources {
            blocks.push(Block::Text(render::cite::memo(source, lang)));
        }
        blocks.extend(disputed(row, lang, !labels.for_html).map(Block::Faint));
    }
    Ok(Page::of(blocks))
}

/// What is cited, with what its sentence need not say: when it holds, what sort of claim it is, what it covers, that
/// it is retired.
fn statement(row: &Cited, labels: &Labels) -> Result<String, Error> {
    let statement = labels.lang.pick(&row.statement, &row.statement_zh);
    let Some(figure) = &row.figure else { return Ok(statement.to_owned()) };
    let mut details: Vec<String> = labels.date_unless_said(figure, statement).into_iter().collect();
    details.extend(labels.qualifiers(figure)?);
    Ok(statement.to_owned() + &labels.lang.bracket_all(&details))
}

/// That sources disagree on what is cited, and the command that tells where.
fn disputed(row: &Cited, lang: Lang, with_command: bool) -> Option<String> {
    let mut text = Label::SourcesDisagree.text(lang).to_owned();
    if with_command {
        let subject = row.id.split('.').next().unwrap_or_default();
        text.extend([lang.colon(), "liangjiang conflicts ", subject]);
    }
    (!row.disputes.is_empty()).then(|| lang.bracket(&text).trim().to_owned())
}

/// Statements with Markdown footnotes.
fn footnotes(rows: &[Cited], labels: &Labels) -> Result<String, Error> {
    let lang = labels.lang;
    let (mut text, mut foot) = (String::new(), String::new());
    for row in rows {
        text.push_str(&render::escape_markdown(&statement(row, labels)?));
        for (n, source) in row.sources.iter().enumerate() {
            let mark = if n == 0 { row.id.to_string() } else { format!("{}-{}", row.id, n + 1) };
            text.extend(["[^", &mark, "]"]);
            let note = row.note.as_ref().filter(|_| n == 0);
            let note = note.map(|note| lang.pick_or(note, row.note_zh.as_ref()).to_owned());
            let own = row.origin.as_ref().filter(|_| n == 0);
            let own = own.map(|origin| lang.bracket(&phrase::own_data(origin, lang)).trim().to_owned());
            let memo = render::cite::memo(source, lang);
            let parts = [Some(memo), note, disputed(row, lang, true), own];
            let line = parts.into_iter().flatten().collect::<Vec<_>>().join(lang.space());
            foot.extend(["[^", &mark, "]: ", &render::escape_markdown(&line), "\n"]);
        }
        text.push_str("\n\n");
    }
    Ok(text + &foot)
}
