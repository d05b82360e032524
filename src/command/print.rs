//! An answer in the form that was asked for: a page for a person, or rows for a script.

use std::{io::Write, ops::Range};

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::{schema, sort};
use crate::{
    RunResult,
    cli::{ColorArg, Format, OutputArgs},
    error::Error,
    lang::{
        self, Label, Lang,
        message::{self, PREFIX, quoted},
        phrase,
    },
    limit,
    model::{Source, Text},
    own::OwnData,
    page::{self, Labels, Page},
    query::resolve::{FuzzyMatch, Matching},
    render::{self, Block},
    store::{self, Atlas},
    style::{Environment, Style},
};

/// A row of an answer; its serialisation is the JSON contract of the command.
pub trait Row: Serialize {
    /// Its id.
    fn id(&self) -> Result<String, Error> {
        #[derive(Deserialize)]
        struct Id {
            id: String,
        }
        let json = json_text(&|out| self.write_json(out))?;
        Ok(serde_json::from_str::<Id>(&json)?.id)
    }

    /// Writes it as compact JSON. Rows that hold stored JSON copy it.
    fn write_json(&self, out: &mut dyn Write) -> Result<(), Error> {
        Ok(serde_json::to_writer(out, self)?)
    }

    /// The ids of the sources that it rests on, where its command has the citation formats.
    fn cited(&self) -> Vec<Text<'_>> {
        Vec::new()
    }
}

/// What a command answers.
pub struct Answer<R> {
    /// The rows, each an object in JSON.
    pub rows: Vec<R>,
    /// Whether the answer is its one row and not a list of it.
    pub single: bool,
    /// Whether each row is a page of its own, but in HTML: one is then drawn at a time.
    pub apart: bool,
    /// What was asked for and is not there; the rest is answered all the same.
    pub missing: Vec<Error>,
    /// What is answered although it was not typed exactly so.
    pub notes: Vec<FuzzyMatch>,
}

impl<R> Answer<R> {
    /// A list with nothing missing.
    pub fn list(rows: Vec<R>) -> Self {
        Self { rows, single: false, apart: false, missing: Vec::new(), notes: Vec::new() }
    }

    /// One object.
    pub fn one(row: R) -> Self {
        Self { single: true, ..Self::list(vec![row]) }
    }
}

/// Draws the page of an answer.
type DrawPage<'d, R> = &'d dyn Fn(&[R], &Labels) -> Result<Page, Error>;

/// Answers one command: the data, the output options, and where the answer goes.
pub struct Printer<'p, 'a> {
    /// The data.
    pub atlas: Atlas<'a>,
    /// The bundled data and the user's own, where that is over it.
    pub own: Option<(Atlas<'a>, &'a OwnData)>,
    /// The output options of the command line.
    pub options: OutputArgs,
    /// The surroundings of the run.
    pub environment: &'p Environment<'p>,
    /// The type of the rows of the answer ([`super::Contract::row`]).
    pub row: &'static str,
    out: &'p mut dyn Write,
    result: &'p mut RunResult,
}

impl<'p, 'a> Printer<'p, 'a> {
    /// Over the data and the streams of one run.
    pub fn new(
        atlas: Atlas<'a>,
        options: OutputArgs,
        environment: &'p Environment<'p>,
        out: &'p mut dyn Write,
        result: &'p mut RunResult,
    ) -> Self {
        result.pages = true;
        Self { atlas, own: None, options, environment, row: "", out, result }
    }

    /// The same over the user's own data.
    pub fn over<'q>(&'q mut self, own: &'q OwnData) -> Printer<'q, 'q> {
        Printer {
            atlas: own.atlas(),
            own: Some((self.atlas, own)),
            options: self.options.clone(),
            environment: self.environment,
            row: self.row,
            out: self.out,
            result: self.result,
        }
    }

    /// Says on standard error that something of the user's data was left out.
    pub fn note_left_out(&mut self) {
        let left_out = self.own.map_or(0, |(_, own)| own.left_out());
        if left_out > 0 {
            self.result.note(&phrase::left_out(left_out, self.result.lang));
        }
    }

    /// Takes the output options of the command line; fails where one does nothing in the format.
    pub fn set_options(&mut self, options: OutputArgs) -> Result<(), Error> {
        self.result.pages = !options.no_pager;
        self.result.color_always = options.color == Some(ColorArg::Always);
        let format = options.format();
        let idle = match format {
            Format::Csv | Format::Tsv => None,
            _ if options.bom => Some("--bom"),
            _ if !options.fields.is_empty() && !format.has_fields() => Some("--fields"),
            _ => None,
        };
        self.options = options;
        idle.map_or(Ok(()), |option| {
            Err(message::usage(|lang| [phrase::not_in_format(option, format.name(), lang)]))
        })
    }

    /// How standard output is to look.
    pub fn style(&self) -> Style {
        Style::new(self.environment, &self.options)
    }

    /// Whether the answer is drawn as a page: rows need then hold what only a page shows.
    pub fn draws_page(&self) -> bool {
        matches!(self.options.format(), Format::Table | Format::Markdown | Format::Html)
            && self.options.fields.is_empty()
    }

    /// Which names of things are understood: only exact ones where the answer is for a program.
    pub fn matching(&self) -> Matching {
        if self.draws_page() && self.environment.stdout_terminal { Matching::Fuzzy } else { Matching::Exact }
    }

    /// Replaces `-` by the ids on standard input, one a line; true where there was a `-`.
    pub fn read_ids(&mut self, asked: &mut Vec<String>) -> Result<bool, Error> {
        let piped = asked.iter().any(|id| id == "-");
        if piped {
            let mut read = Some(self.ids_on_stdin()?);
            for id in std::mem::take(asked) {
                if id == "-" {
                    asked.extend(read.take().unwrap_or_default());
                } else {
                    asked.push(id);
                }
            }
        }
        if asked.len() > limit::IDS {
            return Err(message::usage(|lang| [phrase::too_many_ids(limit::IDS, lang)]));
        }
        Ok(piped)
    }

    /// The ids on standard input. Of an answer of this program in CSV or TSV they are one column.
    fn ids_on_stdin(&mut self) -> Result<Vec<String>, Error> {
        let prompt = [PREFIX, Label::ReadingIds.text(self.result.lang)].concat();
        let bytes = (self.environment.stdin)(&prompt).map_err(Error::Read)?;
        // UTF-16 of ASCII is UTF-8 too, of every other character a null.
        let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        let text = text.ok_or(Error::NotUtf8)?;
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let header = text.lines().next().unwrap_or_default().trim();
        let delimiter = if header.contains('\t') { '\t' } else { ',' };
        let titles: Vec<&str> = header.split(delimiter).map(|title| title.trim_matches('"')).collect();
        let column = ["id", "subject", "name", "name_zh"]
            .iter()
            .find_map(|key| titles.iter().position(|title| title == key));
        let ids: Vec<String> = match column {
            None => text.lines().map(str::to_owned).collect(),
            Some(column) => {
                let lang = self.result.lang;
                self.result.note(&phrase::header_skipped(quoted(header), titles[column], lang));
                let mut reader = csv::ReaderBuilder::new();
                let reader = reader.delimiter(delimiter as u8).quoting(delimiter == ',').flexible(true);
                let rows = reader.from_reader(text.as_bytes()).into_records().filter_map(Result::ok);
                rows.map(|row| row.get(column).unwrap_or_default().to_owned()).collect()
            }
        };
        Ok(ids.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect())
    }

    /// Writes text to standard output.
    pub fn write(&mut self, text: impl AsRef<[u8]>) -> Result<(), Error> {
        Ok(self.out.write_all(text.as_ref())?)
    }

    /// Draws a page on standard output.
    pub fn draw(&mut self, blocks: Vec<Block>) -> Result<(), Error> {
        self.draw_page(Page::of(blocks), self.style())
    }

    fn draw_page(&mut self, page: Page, mut style: Style) -> Result<(), Error> {
        match self.options.format() {
            Format::Html => return self.write(html(page, &self.atlas, style.lang)?),
            Format::Markdown => return Ok(render::markdown(page.blocks, self.out)?),
            _ if page.is_list => {}
            _ => style.width = style.page_width,
        }
        Ok(render::terminal(page.blocks, &style, self.out)?)
    }

    /// Raises the exit status to 1: the question was understood and nothing answers it.
    pub fn found_nothing(&mut self) {
        self.result.status = self.result.status.max(1);
    }

    /// An answer in the form that was asked for.
    pub fn print<R: Row>(&mut self, answer: Answer<R>, page: DrawPage<R>) -> Result<(), Error> {
        let Answer { rows, single, apart, missing, notes } = answer;
        let format = self.options.format();
        if format.is_citation() {
            self.cite(&rows, format, missing.is_empty())?;
        } else {
            check_fields(&self.options.fields, &self.options.sort, self.row)?;
            let rows = match &self.options.sort[..] {
                [] => rows,
                by => sort::sorted(rows, by, self.style().lang, |row| json_text(&|out| row.write_json(out)))?,
            };
            let rows = ErasedRows {
                count: rows.len(),
                apart: apart && format != Format::Html,
                id: &|row| rows[row].id(),
                write_json: &|row, out| rows[row].write_json(out),
                page: &|range, labels| page(&rows[range], labels),
            };
            self.print_rows(&rows, single, missing.is_empty())?;
        }
        self.report(&missing, &notes);
        Ok(())
    }

    /// Says on standard error what was not typed exactly so, and what was not found.
    pub fn report(&mut self, missing: &[Error], notes: &[FuzzyMatch]) {
        let lang = self.result.lang;
        for FuzzyMatch { typed, id } in notes.iter().take(limit::ERRORS) {
            self.result.note(&phrase::showing(id, quoted(typed), lang));
        }
        for error in missing.iter().take(limit::ERRORS) {
            self.result.fail(error, lang);
        }
        let more: usize = [notes.len(), missing.len()].iter().map(|n| n.saturating_sub(limit::ERRORS)).sum();
        if more > 0 {
            self.result.note(&phrase::more_errors(more, lang));
        }
    }

    /// The sources of the rows as citations, each once; `complete` is whether all that was asked for is
    /// there.
    fn cite<R: Row>(&mut self, rows: &[R], format: Format, complete: bool) -> Result<(), Error> {
        let mut sources: Vec<Source> = Vec::new();
        for row in rows {
            for id in row.cited() {
                if !sources.iter().any(|source| source.id == id) {
                    sources.push(self.atlas.cited(&id)?);
                }
            }
        }
        match format {
            _ if sources.is_empty() && !complete => Ok(()),
            Format::Bibtex => self.write(render::cite::bibtex(&sources, self.result.lang)),
            Format::Gb7714 => self.write(render::cite::gb7714(&sources, self.result.lang)),
            _ => {
                let pretty = self.environment.stdout_terminal;
                render::json(&render::cite::csl(&sources, self.result.lang), pretty, self.out)
            }
        }
    }

    /// Rows in the form that was asked for; `complete` is whether all that was asked for is among them.
    fn print_rows(&mut self, rows: &ErasedRows, single: bool, complete: bool) -> Result<(), Error> {
        let for_person = self.environment.stdout_terminal;
        let fields: Vec<&str> = self.options.fields.iter().map(String::as_str).collect();
        let text = |row: usize| json_text(&|out| (rows.write_json)(row, out));
        let selected = |row: usize, out: &mut dyn Write| {
            let values = render::select(&text(row)?, &fields)?;
            Ok(serde_json::Serializer::new(out).collect_map(fields.iter().zip(values))?)
        };
        let id = |row: usize, out: &mut dyn Write| Ok(out.write_all((rows.id)(row)?.as_bytes())?);
        let json: WriteRow = if fields.is_empty() { rows.write_json } else { &selected };
        let count = rows.count;
        match self.options.format() {
            _ if self.draws_page() => {
                if count == 0 && !complete {
                    return Ok(());
                }
                let style = self.style();
                let mut labels = Labels::new(self.atlas, style.lang, style.today);
                labels.has_own = self.own.is_some();
                labels.for_html = self.options.format() == Format::Html;
                if let Some(today) = style.today.filter(|_| for_person)
                    && today.years_before(1) > self.atlas.data_day()?
                {
                    self.result.note(Label::DataIsOld.text(style.lang));
                }
                let at_once = if rows.apart { 1 } else { count.max(1) };
                for first in (0..count.max(1)).step_by(at_once) {
                    let behind = count.min(first + at_once);
                    let mut page = (rows.page)(first..behind, &labels)?;
                    let own = if behind == count { labels.own_note() } else { None };
                    page.blocks.extend(own.into_iter().flat_map(|note| [Block::Blank, note]));
                    for note in &page.notes {
                        self.result.note(note);
                    }
                    self.write(if first > 0 { "\n" } else { "" })?;
                    self.draw_page(page, style)?;
                }
                Ok(())
            }
            Format::Json => {
                let around = if single { ["", "", "\n"] } else { ["[", ",", "]\n"] };
                if !for_person {
                    return write_rows(count, json, around, self.out);
                }
                let mut compact = Vec::new();
                write_rows(count, json, around, &mut compact)?;
                if compact.is_empty() {
                    return Ok(());
                }
                render::json(&serde_json::from_slice::<Value>(&compact)?, true, self.out)
            }
            Format::Jsonl => write_rows(count, json, ["", "\n", "\n"], self.out),
            Format::Ids => write_rows(count, &id, ["", "\n", "\n"], self.out),
            format @ (Format::Table | Format::Markdown | Format::Html | Format::Csv | Format::Tsv) => {
                let fields = &if fields.is_empty() { schema::keys(self.row)? } else { fields };
                let values = (0..count).map(|row| render::select(&text(row)?, fields));
                if self.options.bom {
                    self.out.write_all("\u{feff}".as_bytes())?;
                }
                match format {
                    Format::Csv => render::csv(fields, values, self.out),
                    Format::Tsv => render::tsv(fields, values, self.out),
                    _ => {
                        let block = page::fields(fields, values)?;
                        self.draw_page(Page::list(vec![block]), self.style())
                    }
                }
            }
            // Not forms of rows: the sources of an answer are written by `cite`, files of the data by `show`.
            Format::Toml | Format::Bibtex | Format::CslJson | Format::Gb7714 => Ok(()),
        }
    }
}

/// A page as an HTML file. What is said beside it stands in it too: it may be read alone.
fn html(page: Page, atlas: &Atlas, lang: Lang) -> Result<String, Error> {
    let about = atlas.about()?;
    let area = atlas.record_head(&about.area)?.ok_or(store::Error::Missing)?;
    let whole = phrase::package_title(lang.pick_or(&area.name, area.name_zh.as_ref()), lang);
    let mut blocks = page.blocks;
    let title = match blocks.first() {
        _ if !page.title.is_empty() => page.title,
        Some(Block::Title(first)) => {
            let title = first.clone();
            blocks.remove(0);
            title
        }
        _ => whole.clone(),
    };
    blocks.splice(0..0, page.notes.into_iter().map(Block::Text));
    let date = phrase::data_of(lang::date(&atlas.data_day()?.to_string(), lang), lang);
    let about = [&*whole, lang.semicolon(), &date].concat();
    Ok(render::html(&title, &blocks, &about, lang))
}

/// Fails where a field, or a path such as `links.parks`, is asked for that the answer does not have.
pub fn check_fields(fields: &[String], sort: &[String], row: &str) -> Result<(), Error> {
    if fields.is_empty() && sort.is_empty() {
        return Ok(());
    }
    let keys = schema::keys(row)?;
    let sorted = sort.iter().map(|field| field.strip_prefix('-').unwrap_or(field));
    for field in fields.iter().map(String::as_str).chain(sorted).filter(|field| !keys.contains(field)) {
        if !(field.contains('.') && schema::has_path(row, field)?) {
            return Err(schema::unknown_field(field, &keys));
        }
    }
    Ok(())
}

/// Writes a row. One is made at a time: the fields of all rows together would take many times the memory of what is
/// printed.
type WriteRow<'w> = &'w dyn Fn(usize, &mut dyn Write) -> Result<(), Error>;

/// Writes rows with something before, between and behind them; where nothing stands before, no row is no output.
fn write_rows(
    count: usize,
    write_row: WriteRow,
    [before, between, behind]: [&str; 3],
    out: &mut dyn Write,
) -> Result<(), Error> {
    if count == 0 && before.is_empty() {
        return Ok(());
    }
    out.write_all(before.as_bytes())?;
    for row in 0..count {
        if row > 0 {
            out.write_all(between.as_bytes())?;
        }
        write_row(row, out)?;
    }
    Ok(out.write_all(behind.as_bytes())?)
}

/// The compact JSON of a row.
fn json_text(write: &dyn Fn(&mut dyn Write) -> Result<(), Error>) -> Result<String, Error> {
    let mut json = Vec::new();
    write(&mut json)?;
    // JSON is UTF-8.
    Ok(String::from_utf8(json).unwrap_or_default())
}

/// Draws the page of some of the rows.
type DrawRows<'r> = &'r dyn Fn(Range<usize>, &Labels) -> Result<Page, Error>;

/// Rows without their type, so that printing them is compiled once.
struct ErasedRows<'r> {
    count: usize,
    /// [`Answer::apart`].
    apart: bool,
    id: &'r dyn Fn(usize) -> Result<String, Error>,
    write_json: WriteRow<'r>,
    page: DrawRows<'r>,
}
