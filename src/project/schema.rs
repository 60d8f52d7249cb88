//! The JSON Schema of `perjakin.toml`, for editors that complete and check
//! while one types. Made from the table of keys.

use serde_json::{Map, Value, json};

use super::key::{Key, Kind};
use super::keys::{JENJANG, KEYS, YEARS};

/// The schema (JSON Schema 2020-12), as text with a line end.
pub fn schema() -> String {
    let mut root = object(KEYS);
    root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("title".into(), json!("perjakin.toml"));
    root.insert("description".into(), json!("Konfigurasi satu instansi untuk perjakin."));
    format!("{:#}\n", Value::Object(root))
}

fn object(keys: &[Key]) -> Map<String, Value> {
    let properties: Map<String, Value> = keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("additionalProperties".into(), json!(false));
    object.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        object.insert("required".into(), json!(required));
    }
    object
}

fn property(key: &Key) -> Value {
    let mut property = kind(key.kind);
    property.insert("description".into(), json!(key.meaning));
    if let Ok(example) = toml::from_str::<toml::Table>(&format!("v = {}", key.example))
        && let Some(Ok(example)) = example.get("v").map(serde_json::to_value)
    {
        property.insert("examples".into(), json!([example]));
    }
    Value::Object(property)
}

fn kind(kind: Kind) -> Map<String, Value> {
    let value = match kind {
        Kind::Text { empty: true } => json!({ "type": "string" }),
        Kind::Text { empty: false } | Kind::Date => json!({ "type": "string", "minLength": 1 }),
        Kind::Edition => json!({ "type": "string", "pattern": "^(Murni|Perubahan( [IVX0-9]+)?)$" }),
        Kind::File => json!({ "type": "string", "pattern": "\\.([sS][vV][gG]|[pP][nN][gG])$" }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Year => json!({ "type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end() }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Millimetres(most) => json!({ "type": "number", "minimum": 0, "maximum": most }),
        Kind::Count(most) => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        Kind::Anchors => json!({
            "type": "array", "minItems": 2, "maxItems": 2, "uniqueItems": true,
            "items": { "type": "string", "minLength": 1, "maxLength": 1 }
        }),
        Kind::Choice(words) => json!({ "type": "string", "enum": words }),
        Kind::Choices(words) => {
            json!({ "type": "array", "uniqueItems": true, "items": { "type": "string", "enum": words } })
        }
        Kind::Segments => json!({
            "type": "object", "additionalProperties": false,
            "patternProperties": { "^ *[0-9]+ *- *[0-9]+ *$": { "type": "string", "minLength": 1 } }
        }),
        Kind::Splits => json!({
            "type": "object", "additionalProperties": false,
            "patternProperties": { "^.+![A-Z]+[0-9]+$": { "type": "string", "minLength": 1 } }
        }),
        Kind::Superiors => json!({ "type": "object", "additionalProperties": { "type": "string", "minLength": 1 } }),
        Kind::Table(keys) => Value::Object(object(keys)),
        Kind::PerJenjang(keys) => {
            let one = Value::Object(object(keys));
            let all: Map<String, Value> = JENJANG.iter().map(|name| ((*name).to_owned(), one.clone())).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": all })
        }
    };
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/perjakin.schema.json");

    #[test]
    fn the_file_in_docs_is_up_to_date() {
        let advice = "run `cargo test --release --lib writes_the_configuration_docs -- --ignored`";
        assert!(fs::read_to_string(FILE).is_ok_and(|written| written == schema()), "{FILE} is out of date; {advice}");
    }

    #[test]
    #[ignore = "writes docs/perjakin.schema.json and docs/konfigurasi.md anew"]
    fn writes_the_configuration_docs() {
        fs::write(FILE, schema()).unwrap();
        fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/konfigurasi.md"), crate::project::guide()).unwrap();
    }

    #[test]
    fn required_keys_and_words_are_in_it() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        assert!(schema["required"].as_array().unwrap().contains(&json!("tanggal")));
        assert_eq!(schema["properties"]["kertas"]["enum"][1], json!("F4-210"));
        assert_eq!(
            schema["properties"]["lembar"]["properties"]["jpt"]["properties"]["satuan"]["type"],
            json!("boolean")
        );
        assert_eq!(schema["properties"]["tahun"]["examples"], json!([2026]));
    }
}
