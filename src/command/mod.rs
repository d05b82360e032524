//! One file a command, from arguments to an answer; here the answer becomes bytes in the form asked for.
//!
//! A command decodes only what its answer holds. What a person is shown besides (labels, names) is
//! looked up by `page`, and only when a page is drawn.

pub mod contract;
mod export;
mod figures;
mod help;
mod list;
mod man;
mod metrics;
mod order;
mod overview;
mod schema;
mod show;
mod sources;
mod version;

use serde::Serialize;
use serde_json::{Map, Value};

pub use export::Written;
pub use figures::FigureRow;
pub use help::TOPICS;
pub use metrics::Used;
pub use overview::Overview;
pub use show::Shown;
pub use sources::Supporting;
pub use version::Version;

use crate::{
    Outcome,
    atlas::Atlas,
    cli::{Format, OutputArgs, Request},
    complete,
    error::{Error, Usage},
    lang::message,
    page::{Page, Words},
    render::{self, Environment, Look, Stream},
};

/// What a command answers.
pub struct Answer<Row> {
    /// The rows, each an object in JSON.
    pub rows: Vec<Row>,
    /// Whether the answer is its one row and not a list of it.
    pub single: bool,
    /// The keys of a row, in their order.
    pub keys: &'static [&'static str],
    /// The id of a row.
    pub id: fn(&Row) -> String,
    /// What was asked for and is not there; the rest is answered all the same.
    pub missing: Vec<Error>,
}

/// Draws the rows of an answer as blocks.
type Draw<'d, Row> = &'d dyn Fn(&[Row], &Words) -> Result<Page, Error>;

/// Runs a request.
#[must_use]
pub fn run(request: &Request, environment: &Environment) -> Outcome {
    let atlas = Atlas::bundled();
    let plain = OutputArgs::default();
    let output = output(request).unwrap_or(&plain);
    let teller = Teller { atlas, output, environment };
    let told = match request {
        Request::Overview(_) => overview::run(&teller),
        Request::List(kind, args) => list::run(&teller, *kind, args),
        Request::Show(kind, args) => show::run(&teller, *kind, args),
        Request::Figures(args) => figures::run(&teller, args),
        Request::Sources(_) => sources::list(&teller),
        Request::ShowSources(args) => sources::show(&teller, args),
        Request::Metrics(_) => metrics::run(&teller),
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
        Request::Sources(args) => &args.output,
        Request::ShowSources(args) => &args.output,
        Request::Metrics(args) => &args.output,
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

    /// Whether JSON that was made at build time will do: compact, and of all fields.
    fn copies_json(&self) -> bool {
        matches!(self.output.format(), Format::Json | Format::Jsonl)
            && self.output.fields.is_empty()
            && (self.output.format() == Format::Jsonl || !self.environment.stdout_terminal)
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
    fn tell<Row: Serialize>(&self, mut answer: Answer<Row>, draw: Draw<Row>) -> Result<Outcome, Error> {
        if !self.output.sort.is_empty() {
            order::sort(&mut answer.rows, &self.output.sort, answer.keys)?;
        }
        let answer = &answer;
        let look = self.look(Stream::Out);
        let format = self.output.format();
        let mut outcome = Outcome::default();
        outcome.stdout = match format {
            Format::Table | Format::Markdown if self.output.fields.is_empty() => {
                let page = if answer.rows.is_empty() && !answer.missing.is_empty() {
                    Page::default()
                } else {
                    draw(&answer.rows, &Words::new(self.atlas, look.lang))?
                };
                for note in &page.notes {
                    outcome.say(note);
                }
                if format == Format::Markdown {
                    render::markdown(&page.blocks).into_bytes()
                } else {
                    let drawn = render::terminal(&page.blocks, &look);
                    if !drawn.shed.is_empty() {
                        outcome.say(&message::shed(&drawn.shed, look.lang));
                    }
                    drawn.text.into_bytes()
                }
            }
            Format::Json if self.output.fields.is_empty() => match (answer.single, &answer.rows[..]) {
                (true, []) => Vec::new(),
                (true, [row]) => render::json(row, look.terminal).map_err(|_| Error::Data)?,
                (_, rows) => render::json(rows, look.terminal).map_err(|_| Error::Data)?,
            },
            Format::Jsonl if self.output.fields.is_empty() => {
                render::lines(&answer.rows).map_err(|_| Error::Data)?
            }
            Format::Ids if self.output.fields.is_empty() => {
                answer.rows.iter().map(|row| (answer.id)(row) + "\n").collect::<String>().into_bytes()
            }
            _ => self.picked(answer, format, &look, &mut outcome)?,
        };
        for error in &answer.missing {
            outcome.fail(error, &self.look(Stream::Err));
        }
        Ok(outcome)
    }

    /// The forms that need each row as keys and values: delimited ones, and any with `--fields`.
    fn picked<Row: Serialize>(
        &self,
        answer: &Answer<Row>,
        format: Format,
        look: &Look,
        outcome: &mut Outcome,
    ) -> Result<Vec<u8>, Error> {
        let keys: Vec<String> = if self.output.fields.is_empty() {
            answer.keys.iter().map(|key| (*key).to_owned()).collect()
        } else {
            self.output.fields.clone()
        };
        if let Some(unknown) = keys.iter().find(|key| !answer.keys.contains(&key.as_str())) {
            return Err(unknown_field(unknown, answer.keys));
        }
        let mut rows = Vec::new();
        for row in &answer.rows {
            let Ok(Value::Object(mut row)) = serde_json::to_value(row) else { return Err(Error::Data) };
            let kept: Map<String, Value> =
                keys.iter().map(|key| (key.clone(), row.remove(key).unwrap_or_default())).collect();
            rows.push(kept);
        }
        let bytes = match format {
            Format::Json => match (answer.single, &rows[..]) {
                (true, []) => Ok(Vec::new()),
                (true, [row]) => render::json(row, look.terminal),
                (_, rows) => render::json(rows, look.terminal),
            },
            Format::Jsonl => render::lines(&rows),
            Format::Csv | Format::Tsv => {
                return render::separated(&keys, &rows, format == Format::Tsv).map_err(|_| Error::Data);
            }
            Format::Ids => {
                Ok(answer.rows.iter().map(|row| (answer.id)(row) + "\n").collect::<String>().into_bytes())
            }
            Format::Table | Format::Markdown => {
                let blocks = [crate::page::fields(&keys, &rows)];
                if format == Format::Markdown {
                    return Ok(render::markdown(&blocks).into_bytes());
                }
                let drawn = render::terminal(&blocks, look);
                if !drawn.shed.is_empty() {
                    outcome.say(&message::shed(&drawn.shed, look.lang));
                }
                return Ok(drawn.text.into_bytes());
            }
        };
        bytes.map_err(|_| Error::Data)
    }
}

/// The error of a field that an answer does not have; it names those that it has.
fn unknown_field(typed: &str, keys: &[&str]) -> Error {
    let mut known: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    known.sort();
    Usage::UnknownField { typed: typed.to_owned(), known }.into()
}
