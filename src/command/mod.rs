//! One file a command, from arguments to an answer; here the answer becomes bytes in the form asked for.
//!
//! A command decodes only what its answer holds. What a person is shown besides (labels, names) is
//! looked up by `page`, and only when a page is drawn.

mod check;
mod compare;
mod conflicts;
mod export;
mod figures;
mod gaps;
mod help;
mod list;
mod man;
mod metrics;
mod order;
mod outcomes;
mod overview;
mod schema;
mod search;
mod show;
mod sources;
mod version;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::{
    Outcome,
    atlas::Atlas,
    cli::{Format, OutputArgs, Request},
    complete,
    error::{Error, Usage},
    lang::message,
    model::Source,
    page::{self, Page, Words},
    query::resolve::Near,
    render::{self, Block, Environment, Look, Output, Stream},
    view::Row,
};

/// What a command answers.
pub struct Answer<R> {
    /// The rows, each an object in JSON.
    pub rows: Vec<R>,
    /// Whether the answer is its one row and not a list of it.
    pub single: bool,
    /// What was asked for and is not there; the rest is answered all the same.
    pub missing: Vec<Error>,
    /// What is answered although it was not typed quite so.
    pub near: Vec<Near>,
}

impl<R> Answer<R> {
    /// A list with nothing missing.
    fn list(rows: Vec<R>) -> Self {
        Self { rows, single: false, missing: Vec::new(), near: Vec::new() }
    }
}

/// The most errors that are said of one answer.
const MOST_ERRORS: usize = 20;

/// Draws the rows of an answer as blocks.
type Draw<'d, R> = &'d dyn Fn(&[R], &Words) -> Result<Page, Error>;

/// Runs a request.
#[must_use]
pub fn run(request: &Request, environment: &Environment) -> Outcome {
    let atlas = Atlas::bundled();
    let plain = OutputArgs::default();
    let output = output(request).unwrap_or(&plain);
    let teller = Teller { atlas, output, environment };
    let told = match request {
        Request::Overview(_) => overview::run(&teller),
        Request::List(_, args) if args.own.aims.outcomes => outcomes::run(&teller, args),
        Request::List(kind, args) => list::run(&teller, *kind, args),
        Request::Show(kind, args) => show::run(&teller, *kind, args),
        Request::Figures(args) => figures::run(&teller, args),
        Request::Compare(args) => compare::run(&teller, args),
        Request::Search(args) => search::run(&teller, args),
        Request::Sources(_) => sources::list(&teller),
        Request::ShowSources(args) => sources::show(&teller, args),
        Request::Metrics(_) => metrics::run(&teller),
        Request::Conflicts(args) => conflicts::run(&teller, args),
        Request::Gaps(args) => gaps::run(&teller, args),
        Request::Check(_) => check::run(&teller),
        Request::Version(_) => version::run(&teller),
        Request::Export(args) => export::run(&teller, args),
        Request::Schema(args) => schema::run(&args.words, environment.stdout_terminal),
        Request::Completions(args) => Ok(complete::script(args.shell)),
        Request::Man(args) => man::run(&args.words),
        Request::Help(args) => help::run(&args.words, &atlas, &teller.look(Stream::Out)),
    };
    let mut outcome = told.unwrap_or_else(|error| {
        let mut outcome = Outcome::default();
        outcome.fail(&error, &teller.look(Stream::Err));
        outcome
    });
    outcome.pages = !output.no_pager && environment.stdout_terminal;
    outcome.lang = teller.look(Stream::Err).lang;
    outcome
}

/// How the answer to a request is to look; none where it is no list of records.
fn output(request: &Request) -> Option<&OutputArgs> {
    Some(match request {
        Request::Overview(args) => &args.output,
        Request::List(_, args) => &args.output,
        Request::Show(_, args) => &args.output,
        Request::Figures(args) => &args.output,
        Request::Compare(args) => &args.output,
        Request::Search(args) => &args.output,
        Request::Sources(args) => &args.output,
        Request::ShowSources(args) => &args.output,
        Request::Metrics(args) => &args.output,
        Request::Conflicts(args) => &args.output,
        Request::Gaps(args) => &args.output,
        Request::Check(args) => &args.output,
        Request::Version(args) => &args.output,
        Request::Export(args) => &args.output,
        Request::Schema(_) | Request::Completions(_) | Request::Man(_) | Request::Help(_) => return None,
    })
}

/// Turns answers into bytes, in the form that was asked for.
pub struct Teller<'t> {
    atlas: Atlas<'static>,
    output: &'t OutputArgs,
    environment: &'t Environment,
}

impl Teller<'_> {
    fn look(&self, stream: Stream) -> Look {
        Look::new(self.environment, self.output, stream)
    }

    /// Whether the sources of the answer are asked for, as citations.
    fn cites(&self) -> bool {
        self.output.format().cites()
    }

    /// The sources of an answer as citations; `missing` is what was asked for and is not there.
    fn cite(&self, sources: &[Source], missing: &[Error]) -> Result<Outcome, Error> {
        let format = self.output.format();
        if !self.output.fields.is_empty() {
            return Err(Usage::NoFieldsIn { format: format.name() }.into());
        }
        let stdout = match format {
            _ if sources.is_empty() && !missing.is_empty() => Vec::new(),
            Format::Bibtex => render::cite::bibtex(sources).into_bytes(),
            Format::Gb7714 => render::cite::gb7714(sources).into_bytes(),
            _ => {
                let look = self.look(Stream::Out);
                render::json(&render::cite::csl(sources), look.terminal)?
            }
        };
        let mut outcome = Outcome { stdout: stdout.into(), ..Outcome::default() };
        let look = self.look(Stream::Err);
        for error in missing {
            outcome.fail(error, &look);
        }
        Ok(outcome)
    }

    /// Fails where a field is asked for that the answer will not have.
    fn check_fields(&self, keys: &[&str]) -> Result<(), Error> {
        let sorted = self.output.sort.iter().map(|field| field.strip_prefix('-').unwrap_or(field));
        match self.output.fields.iter().map(String::as_str).chain(sorted).find(|key| !keys.contains(key)) {
            Some(unknown) => Err(unknown_field(unknown, keys)),
            None => Ok(()),
        }
    }

    /// An answer in the form that was asked for.
    fn tell<R: Row>(&self, answer: Answer<R>, draw: Draw<R>) -> Result<Outcome, Error> {
        self.check_fields(R::KEYS)?;
        let Answer { rows, single, missing, near } = answer;
        let mut typed = Typed { rows, draw };
        if !self.output.sort.is_empty() {
            let places = order::order(&mut texts(&typed), &self.output.sort, R::KEYS)?;
            let mut rows: Vec<Option<R>> = typed.rows.into_iter().map(Some).collect();
            typed.rows = places.into_iter().filter_map(|place| rows[place].take()).collect();
        }
        let mut outcome = self.told(&typed, single, R::KEYS, !missing.is_empty())?;
        let look = self.look(Stream::Err);
        for Near { typed, id } in &near {
            outcome.say(&message::showing(id, typed, look.lang));
        }
        for error in missing.iter().take(MOST_ERRORS) {
            outcome.fail(error, &look);
        }
        if let Some(more) = missing.len().checked_sub(MOST_ERRORS).filter(|more| *more > 0) {
            outcome.say(&message::more(more, look.lang));
        }
        Ok(outcome)
    }

    /// Rows in the form that was asked for; `lacking` is whether something asked for is not among them.
    fn told(&self, rows: &dyn Rows, single: bool, keys: &[&str], lacking: bool) -> Result<Outcome, Error> {
        let look = self.look(Stream::Out);
        let format = self.output.format();
        let mut outcome = Outcome::default();
        let all_fields = self.output.fields.is_empty();
        outcome.stdout = match format {
            Format::Table | Format::Markdown if all_fields => {
                let page = if rows.len() == 0 && lacking {
                    Page::default()
                } else {
                    rows.page(&Words::new(self.atlas, look.lang))?
                };
                for note in &page.notes {
                    outcome.say(note);
                }
                let text = drawn(&page.blocks, format, &look, &mut outcome);
                // The run ends here: giving back every text of the page would cost it a twentieth.
                std::mem::forget(page);
                text.into()
            }
            Format::Json if all_fields && !look.terminal => compact(rows, single)?,
            Format::Jsonl if all_fields => lines(rows)?,
            Format::Ids => {
                (0..rows.len()).map(|row| rows.id(row) + "\n").collect::<String>().into_bytes().into()
            }
            _ => self.picked(rows, single, keys, &look, &mut outcome)?.into(),
        };
        Ok(outcome)
    }

    /// The forms that need each row as keys and values: spread and delimited ones, and any with `--fields`.
    fn picked(
        &self,
        rows: &dyn Rows,
        single: bool,
        known: &[&str],
        look: &Look,
        outcome: &mut Outcome,
    ) -> Result<Vec<u8>, Error> {
        let mut keys: Vec<&str> = Vec::new();
        for field in &self.output.fields {
            // A field that is asked for twice stands once, where it was asked for first.
            if !keys.contains(&field.as_str()) {
                keys.push(field);
            }
        }
        if keys.is_empty() {
            keys.extend(known);
        }
        // One row at a time: the fields of all rows together would take many times what is printed.
        let mut picked = texts(rows).map(|row| Ok(Picked { keys: &keys, values: pick(&row?, &keys)? }));
        let format = self.output.format();
        match format {
            Format::Bibtex | Format::CslJson | Format::Gb7714 => {
                Err(Usage::NoSuchFormat { format: format.name() }.into())
            }
            Format::Json if single => match picked.next() {
                Some(row) => Ok(render::json(&row?, look.terminal)?),
                None => Ok(Vec::new()),
            },
            Format::Json => render::array(picked, look.terminal),
            Format::Jsonl => render::lines(picked),
            Format::Csv | Format::Tsv => {
                render::separated(&keys, picked.map(|row| Ok(row?.values)), format == Format::Tsv)
            }
            Format::Table | Format::Markdown | Format::Ids => {
                let blocks = [page::fields(&keys, picked.map(|row| Ok(row?.values)))?];
                Ok(drawn(&blocks, format, look, outcome))
            }
        }
    }
}

/// A row with the fields that were asked for.
struct Picked<'k> {
    keys: &'k [&'k str],
    values: Vec<Box<RawValue>>,
}

impl Serialize for Picked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.keys.iter().zip(&self.values))
    }
}

/// The values of some keys, as they stand in the JSON of an object.
fn pick(object: &str, keys: &[&str]) -> Result<Vec<Box<RawValue>>, Error> {
    let values: BTreeMap<&str, &RawValue> = serde_json::from_str(object)?;
    keys.iter().map(|key| values.get(key).map(|value| (*value).to_owned()).ok_or(Error::Data)).collect()
}

/// Each row as compact JSON.
fn texts(rows: &dyn Rows) -> impl Iterator<Item = Result<String, Error>> {
    (0..rows.len()).map(|row| {
        let mut json = Output::default();
        rows.write_json(row, &mut json)?;
        String::from_utf8(json.bytes()).map_err(|_| Error::Data)
    })
}

/// Rows without their type, so that telling them is compiled once.
trait Rows {
    fn len(&self) -> usize;
    fn id(&self, row: usize) -> String;
    fn write_json(&self, row: usize, json: &mut Output) -> Result<(), Error>;
    fn write_list(&self, json: &mut Output) -> Result<(), Error>;
    fn page(&self, words: &Words) -> Result<Page, Error>;
}

/// Rows with what is known of their type.
struct Typed<'d, R> {
    rows: Vec<R>,
    draw: Draw<'d, R>,
}

impl<R: Row> Rows for Typed<'_, R> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn id(&self, row: usize) -> String {
        self.rows[row].id()
    }

    fn write_json(&self, row: usize, json: &mut Output) -> Result<(), Error> {
        Ok(self.rows[row].write_json(json)?)
    }

    fn write_list(&self, json: &mut Output) -> Result<(), Error> {
        Ok(R::write_list(&self.rows, json)?)
    }

    fn page(&self, words: &Words) -> Result<Page, Error> {
        (self.draw)(&self.rows, words)
    }
}

/// Blocks for a person, with a note on what did not fit.
fn drawn(blocks: &[Block], format: Format, look: &Look, outcome: &mut Outcome) -> Vec<u8> {
    if format == Format::Markdown {
        return render::markdown(blocks).into_bytes();
    }
    let drawn = render::terminal(blocks, look);
    if !drawn.shed.is_empty() {
        outcome.say(&message::shed(&drawn.shed, look.lang));
    }
    drawn.text.into_bytes()
}

/// The rows as compact JSON: the one row alone, or an array.
fn compact(rows: &dyn Rows, single: bool) -> Result<Output, Error> {
    let mut json = Output::default();
    if !single {
        json.made.push(b'[');
    }
    rows.write_list(&mut json)?;
    if !single {
        json.made.push(b']');
    }
    if !single || rows.len() > 0 {
        json.made.push(b'\n');
    }
    Ok(json)
}

/// The rows as compact JSON, a line each.
fn lines(rows: &dyn Rows) -> Result<Output, Error> {
    let mut json = Output::default();
    for row in 0..rows.len() {
        rows.write_json(row, &mut json)?;
        json.made.push(b'\n');
    }
    Ok(json)
}

/// The error of a field that an answer does not have; it names those that it has.
fn unknown_field(typed: &str, keys: &[&str]) -> Error {
    let mut known: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    known.sort_unstable();
    Usage::UnknownField { typed: typed.to_owned(), known }.into()
}
