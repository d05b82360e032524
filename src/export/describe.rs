//! `datapackage.json`: what the tables are, in the words of the Data Package standard. Titles in Chinese
//! stand beside the English ones as `title@zh`, as its recipe for languages has it.

use serde_json::{Map, Value, json};

use super::tables::{Spec, Table};
use crate::{
    error::Error,
    lang::{Label, Lang, phrase},
    render,
    store::{self, Atlas},
};

/// The description of a package of these tables.
pub fn package(atlas: &Atlas, tables: &[Table]) -> Result<Vec<u8>, Error> {
    let about = atlas.about()?;
    let area = atlas.record_by_id(&about.area)?.ok_or(store::Error::Missing)?;
    let mut sources = Vec::new();
    for source in atlas.sources()? {
        let mut entry = Map::new();
        entry.insert("title".to_owned(), format!("{}: {}", source.publisher, source.title).into());
        if let Some(url) = &source.url {
            entry.insert("path".to_owned(), url.to_string().into());
        }
        sources.push(Value::Object(entry));
    }
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "liangjiang",
        "title": phrase::package_title(&area.name, Lang::En),
        "title@zh": phrase::package_title(area.name_zh.as_ref().unwrap_or(&area.name), Lang::Zh),
        "description": Label::PackageDescription.text(Lang::En),
        "description@zh": Label::PackageDescription.text(Lang::Zh),
        "version": about.version,
        "created": format!("{}T00:00:00Z", about.date()),
        "languages": ["en", "zh"],
        "licenses": [
            { "name": "MIT", "title": "MIT License", "path": "https://spdx.org/licenses/MIT.html" },
            {
                "name": "Apache-2.0",
                "title": "Apache License 2.0",
                "path": "https://spdx.org/licenses/Apache-2.0.html"
            }
        ],
        "sources": sources,
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    });
    let mut json = Vec::new();
    render::json(&package, true, &mut json)?;
    Ok(json)
}

fn resource(table: &Table) -> Value {
    json!({
        "name": table.of.name,
        "type": "table",
        "path": table.file(),
        "title": table.of.titles.0,
        "title@zh": table.of.titles.1,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(&table.of),
    })
}

fn schema(of: &Spec) -> Value {
    let field = |(name, kind, title, title_zh, required): &(&str, &str, &str, &str, bool)| {
        let mut field = json!({ "name": name, "type": kind, "title": title, "title@zh": title_zh });
        if *required {
            field["constraints"] = json!({ "required": true });
        }
        field
    };
    let foreign = |(column, table): &(&str, &str)| json!({ "fields": [column], "reference": { "resource": table, "fields": ["id"] } });
    json!({
        "fields": of.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": of.key,
        "foreignKeys": of.foreign.iter().map(foreign).collect::<Vec<_>>(),
    })
}
