//! `datapackage.json`: what the tables are, in the words of the Data Package standard. Titles in Chinese
//! stand beside the English ones as `title@zh`, as its recipe for languages has it. Each table has its sum,
//! and the description its own at its end: by these a later export knows the files of an earlier one.

use serde_json::{Map, Value, json};

use super::{File, tables::Spec};
use crate::{
    error::Error,
    lang::{Label, Lang, phrase},
    render,
    store::{self, Atlas},
};

/// The file of the description.
pub const DESCRIPTION: &str = "datapackage.json";
/// What stands between the description and its own sum.
const SEAL: &str = ",\n  \"hash\": \"";
/// What stands behind that sum.
const END: &str = "\"\n}\n";

/// The description of a package of these tables, each with its file.
pub fn package(atlas: &Atlas, tables: &[(Spec, File)]) -> Result<Vec<u8>, Error> {
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
    // Its last bracket stands behind the sum.
    json.truncate(json.trim_ascii_end().len().saturating_sub("\n}".len()));
    let seal = [SEAL, &sum(&json), END].concat();
    json.extend(seal.into_bytes());
    Ok(json)
}

/// A file that a description lists.
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Number of its bytes.
    pub bytes: usize,
    sum: String,
}

impl Listed {
    /// Whether this is what was written.
    pub fn is(&self, bytes: &[u8]) -> bool {
        self.bytes == bytes.len() && self.sum == sum(bytes)
    }
}

/// The files of the folder that a description stands in, itself among them; none where it is not, to the
/// last byte, what an export wrote.
pub fn listed(description: &[u8]) -> Vec<Listed> {
    let text = std::str::from_utf8(description).unwrap_or_default();
    let sealed = text.rsplit_once(SEAL).filter(|(json, end)| *end == [&sum(json.as_bytes()), END].concat());
    let Some(package) = sealed.and_then(|_| serde_json::from_str::<Value>(text).ok()) else {
        return Vec::new();
    };
    let own = Listed { name: DESCRIPTION.to_owned(), bytes: description.len(), sum: sum(description) };
    let table = |resource: &Value| {
        Some(Listed {
            name: resource["path"].as_str().filter(|name| !name.contains(['/', '\\']))?.to_owned(),
            bytes: usize::try_from(resource["bytes"].as_u64()?).ok()?,
            sum: resource["hash"].as_str()?.to_owned(),
        })
    };
    let tables = package["resources"].as_array().into_iter().flatten().filter_map(table);
    std::iter::once(own).chain(tables).collect()
}

/// The sum of a file, as the standard writes it.
fn sum(bytes: &[u8]) -> String {
    let digits: Vec<String> =
        hmac_sha256::Hash::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    "sha256:".to_owned() + &digits.concat()
}

fn resource((of, file): &(Spec, File)) -> Value {
    json!({
        "name": of.name,
        "type": "table",
        "path": file.name,
        "title": of.titles.0,
        "title@zh": of.titles.1,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes.len(),
        "hash": sum(&file.bytes),
        "schema": schema(of),
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
