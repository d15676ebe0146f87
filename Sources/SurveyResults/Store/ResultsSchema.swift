import GRDB

/// The tables of `results.sqlite`; described in `Documentation/ResultsModel.md`.
enum ResultsSchema {
  /// "KATN": marks a file as ours.
  static let applicationID = 0x4B41_544E
  /// The version that this program writes; others are refused: what an older one lacks is not in it.
  static let version = 3

  static let tables = """
    CREATE TABLE study (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL, sponsor TEXT, agency TEXT,
      selection TEXT NOT NULL, frame TEXT, mode TEXT, population_source TEXT,
      nonresponse_examined INTEGER NOT NULL CHECK (nonresponse_examined IN (0, 1)), note TEXT,
      suppression_hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE disclosure (item TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE input (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
    CREATE TABLE policy (
      indicative INTEGER NOT NULL, insufficient INTEGER NOT NULL, smallest_group INTEGER NOT NULL,
      smallest_cell INTEGER NOT NULL, dominance REAL NOT NULL, small_rows TEXT NOT NULL
    ) STRICT;
    CREATE TABLE plan (position INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE plan_question (
      plan INTEGER NOT NULL REFERENCES plan, question TEXT NOT NULL REFERENCES question,
      PRIMARY KEY (plan, question)
    ) STRICT;
    CREATE TABLE plan_breakdown (
      plan INTEGER NOT NULL REFERENCES plan, breakdown TEXT NOT NULL,
      PRIMARY KEY (plan, breakdown)
    ) STRICT;
    CREATE TABLE plan_crossing (
      plan INTEGER NOT NULL REFERENCES plan, first TEXT NOT NULL REFERENCES breakdown,
      second TEXT NOT NULL REFERENCES breakdown, PRIMARY KEY (plan, first, second),
      CHECK (first <> second)
    ) STRICT;
    CREATE TABLE wave (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, label TEXT NOT NULL,
      field_start TEXT, field_end TEXT, publication TEXT
    ) STRICT;
    CREATE TABLE reminder (
      wave TEXT NOT NULL REFERENCES wave, day TEXT NOT NULL, PRIMARY KEY (wave, day)
    ) STRICT;
    CREATE TABLE breakdown (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, label TEXT NOT NULL
    ) STRICT;
    CREATE TABLE segment (
      breakdown TEXT NOT NULL REFERENCES breakdown, id TEXT NOT NULL, position INTEGER NOT NULL,
      singular TEXT NOT NULL, plural TEXT NOT NULL,
      reported INTEGER NOT NULL CHECK (reported IN (0, 1)), PRIMARY KEY (breakdown, id)
    ) STRICT;
    CREATE TABLE cohort (
      wave TEXT NOT NULL REFERENCES wave, segment TEXT NOT NULL, population INTEGER,
      invited INTEGER, responded INTEGER NOT NULL CHECK (responded >= 0),
      PRIMARY KEY (wave, segment), CHECK (responded <= invited), CHECK (invited <= population),
      CHECK (responded <= population)
    ) STRICT;
    CREATE TABLE question (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, label TEXT NOT NULL,
      wording TEXT NOT NULL, kind TEXT NOT NULL, scale INTEGER NOT NULL CHECK (scale IN (0, 1)),
      universe TEXT, filter TEXT, sensitivity TEXT,
      places INTEGER CHECK (places > 0), coder TEXT,
      CHECK ((kind = 'ranking') = (places IS NOT NULL)),
      CHECK ((kind = 'open') = (coder IS NOT NULL))
    ) STRICT;
    CREATE TABLE comparability (
      question TEXT NOT NULL REFERENCES question, wave TEXT NOT NULL REFERENCES wave,
      status TEXT NOT NULL, PRIMARY KEY (question, wave)
    ) STRICT;
    CREATE TABLE item (
      question TEXT NOT NULL REFERENCES question, id TEXT NOT NULL, position INTEGER NOT NULL,
      label TEXT NOT NULL, PRIMARY KEY (question, id)
    ) STRICT;
    CREATE TABLE category (
      question TEXT NOT NULL REFERENCES question, id TEXT NOT NULL, position INTEGER NOT NULL,
      label TEXT NOT NULL, is_none INTEGER NOT NULL, is_dont_know INTEGER NOT NULL,
      is_rest INTEGER NOT NULL,
      PRIMARY KEY (question, id)
    ) STRICT;
    CREATE TABLE net (
      question TEXT NOT NULL REFERENCES question, id TEXT NOT NULL, position INTEGER NOT NULL,
      label TEXT NOT NULL, PRIMARY KEY (question, id)
    ) STRICT;
    CREATE TABLE net_member (
      question TEXT NOT NULL, net TEXT NOT NULL, position INTEGER NOT NULL, category TEXT NOT NULL,
      PRIMARY KEY (question, net, category),
      FOREIGN KEY (question, net) REFERENCES net (question, id),
      FOREIGN KEY (question, category) REFERENCES category (question, id)
    ) STRICT;
    CREATE TABLE base (
      id INTEGER PRIMARY KEY, question TEXT NOT NULL REFERENCES question, item TEXT,
      segment TEXT NOT NULL, wave TEXT NOT NULL REFERENCES wave,
      n INTEGER NOT NULL CHECK (n >= 0), asked INTEGER NOT NULL CHECK (asked >= n),
      everybody INTEGER NOT NULL CHECK (everybody >= n),
      closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
      sum_w REAL, sum_w2 REAL, everybody_w REAL, everybody_w2 REAL,
      CHECK (closed = 0 OR asked + everybody = 0),
      FOREIGN KEY (question, item) REFERENCES item (question, id)
    ) STRICT;
    CREATE UNIQUE INDEX base_key ON base (question, coalesce(item, ''), segment, wave);
    CREATE TABLE missing (
      base INTEGER NOT NULL REFERENCES base, reason TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count > 0), PRIMARY KEY (base, reason)
    ) STRICT;
    CREATE TABLE cell (
      base INTEGER NOT NULL REFERENCES base, answer TEXT NOT NULL,
      first_place INTEGER NOT NULL DEFAULT 0, last_place INTEGER NOT NULL DEFAULT 0,
      k INTEGER, w REAL, withheld TEXT,
      PRIMARY KEY (base, answer, first_place, last_place),
      CHECK ((k IS NULL) <> (withheld IS NULL)), CHECK (k IS NULL OR k >= 0),
      CHECK (withheld IS NULL OR w IS NULL),
      CHECK (last_place >= first_place AND (first_place = 0) = (last_place = 0))
    ) STRICT;
    CREATE VIEW cell_status AS
      SELECT base.question, base.item, base.segment, base.wave, cell.answer, cell.first_place,
        cell.last_place, cell.k, base.n, cell.withheld,
        CASE WHEN cell.withheld IS NULL THEN 'F' WHEN cell.withheld = 'secondary' THEN 'D'
          ELSE 'A' END AS confidentiality,
        CASE WHEN cell.withheld IS NOT NULL THEN NULL
          WHEN base.n < policy.insufficient THEN 'insufficient'
          WHEN base.n < policy.indicative THEN 'indicative' ELSE 'sound' END AS reliability
      FROM cell JOIN base ON base.id = cell.base CROSS JOIN policy;
    CREATE TABLE moments (
      base INTEGER PRIMARY KEY REFERENCES base, n INTEGER CHECK (n >= 0), sum_w REAL, sum_w2 REAL,
      sum_wx REAL, sum_wx2 REAL, withheld TEXT, CHECK ((n IS NULL) <> (withheld IS NULL)),
      CHECK (withheld IS NULL OR coalesce(sum_w, sum_w2, sum_wx, sum_wx2) IS NULL)
    ) STRICT;
    CREATE TABLE published_fact (
      question TEXT NOT NULL REFERENCES question, item TEXT, answer TEXT NOT NULL,
      first_place INTEGER, last_place INTEGER, segment TEXT NOT NULL, wave TEXT NOT NULL REFERENCES wave, percent REAL, place INTEGER,
      direction TEXT CHECK (direction IN ('lower', 'higher')), page INTEGER, n INTEGER,
      CHECK ((percent IS NOT NULL) + (place IS NOT NULL) + (direction IS NOT NULL) = 1),
      CHECK ((first_place IS NULL) = (last_place IS NULL)),
      FOREIGN KEY (question, item) REFERENCES item (question, id)
    ) STRICT;
    CREATE TABLE quote (
      position INTEGER PRIMARY KEY, question TEXT NOT NULL REFERENCES question, answer TEXT,
      segment TEXT, wave TEXT NOT NULL REFERENCES wave, text TEXT NOT NULL,
      selection INTEGER NOT NULL CHECK (selection IN (0, 1)),
      approved_by TEXT NOT NULL CHECK (approved_by <> ''), redactions TEXT
    ) STRICT;
    """

  /// Brings a file up to this program's version.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("\(version)") { database in
      try database.execute(sql: tables)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
    return migrator
  }
}
