//! `datapackage.json`: what the tables are, in the words of the Data Package standard. Titles in Chinese
//! stand beside the English ones as `title@zh`, as its recipe for languages has it. Each table has its sum,
//! and the description its own at its end: by these a later export knows the files of an earlier one.

use serde_json::{Value, json};

use crate::{
    error::Error,
    lang::{Label, Lang, phrase},
    model::{Kind, Source},
    render,
    store::{self, Atlas},
};

/// The file of the description.
pub const DESCRIPTION: &str = "datapackage.json";
/// What stands between the description and its own sum.
const SEAL: &str = ",\n  \"hash\": \"";
/// What stands behind that sum.
const END: &str = "\"\n}\n";

/// What it says whatever the data is: the tables with their titles, columns and keys. The first table is that of
/// policies and, without the columns behind `origin`, that of every other kind of record.
const TEMPLATE: &str = include_str!("datapackage.json");

/// The description of all tables, but for what their files are.
pub fn template() -> Result<Value, Error> {
    let mut package: Value = serde_json::from_str(TEMPLATE)?;
    let of_kind = |kind: Kind, policies: &Value| {
        let (title, title_zh) = kind.titles();
        let mut table = policies.clone();
        [table["name"], table["title"], table["title@zh"]] =
            [kind.plural(), title, title_zh].map(Value::from);
        if let Some(columns) = table["schema"]["fields"].as_array_mut().filter(|_| kind != Kind::Policy) {
            let origin = columns.iter().position(|column| column["name"] == "origin");
            columns.truncate(origin.map_or(columns.len(), |origin| origin + 1));
        }
        table
    };
    if let Some(tables) = package["resources"].as_array_mut() {
        let policies = tables.remove(0);
        tables.splice(0..0, Kind::ALL.map(|kind| of_kind(kind, &policies)));
    }
    Ok(package)
}

/// Adds to the description of a table what its file is.
pub fn add_file(table: &mut Value, name: &str, bytes: &[u8]) {
    table["path"] = name.into();
    table["bytes"] = bytes.len().into();
    table["hash"] = sum(bytes).into();
}

/// The description with what the data says, and its own sum.
pub fn package(atlas: &Atlas, mut package: Value) -> Result<Vec<u8>, Error> {
    let about = atlas.about()?;
    let area = atlas.record_by_id(&about.area)?.ok_or(store::Error::Missing)?;
    for (lang, title, description) in
        [(Lang::En, "title", "description"), (Lang::Zh, "title@zh", "description@zh")]
    {
        package[title] = phrase::package_title(lang.pick_or(&area.name, area.name_zh.as_ref()), lang).into();
        package[description] = Label::PackageDescription.text(lang).into();
    }
    package["version"] = json!(about.version);
    package["created"] = format!("{}T00:00:00Z", about.date()).into();
    let source = |source: Source| {
        let title = format!("{}: {}", source.publisher, source.title);
        source.url.map_or_else(|| json!({ "title": title }), |url| json!({ "title": title, "path": url }))
    };
    package["sources"] = atlas.sources()?.into_iter().map(source).collect();
    let mut json = Vec::new();
    render::json(&package, true, &mut json)?;
    // Its last bracket stands behind the sum.
    json.truncate(json.trim_ascii_end().len().saturating_sub("\n}".len()));
    let seal = [SEAL, &sum(&json), END].concat();
    json.extend(seal.into_bytes());
    Ok(json)
}

/// The files of the folder that a description stands in, each with its sum, itself the last; none where it is
/// not, to the last byte, what an export wrote.
pub fn listed(description: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(description).unwrap_or_default();
    let sealed = text.rsplit_once(SEAL).filter(|(json, end)| *end == [&sum(json.as_bytes()), END].concat());
    let Some(package) = sealed.and_then(|_| serde_json::from_str::<Value>(text).ok()) else {
        return Vec::new();
    };
    let table = |resource: &Value| {
        let name = resource["path"].as_str().filter(|name| !name.contains(['/', '\\']))?;
        Some((name.to_owned(), resource["hash"].as_str()?.to_owned()))
    };
    let tables = package["resources"].as_array().into_iter().flatten().filter_map(table);
    tables.chain([(DESCRIPTION.to_owned(), sum(description))]).collect()
}

/// The sum of a file, as the standard writes it.
pub fn sum(bytes: &[u8]) -> String {
    let digits: Vec<String> =
        hmac_sha256::Hash::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    "sha256:".to_owned() + &digits.concat()
}
