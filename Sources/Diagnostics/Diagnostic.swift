/// One thing that Katern has to say about what its user wrote.
///
/// Each target makes its diagnostics in static factories in one file, so that all wording is in one
/// place. The summary states the rule, without a full stop; a likely fix goes into `fixes`.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// How grave a diagnostic is: an error stops the output, a warning does not.
  public enum Severity: String, Sendable, Hashable, Codable {
    case error
    case warning
  }

  /// Another place that helps to understand the diagnostic.
  public struct Note: Sendable, Hashable, Codable {
    /// What the note says, without a full stop.
    public var text: String
    /// Where it points to; nil for a remark without a place.
    public var range: SourceRange?

    /// Creates a note.
    public init(_ text: String, at range: SourceRange? = nil) {
      self.text = text
      self.range = range
    }
  }

  /// A likely fix: a sentence, and the text to put in place of a range if that is known.
  public struct Fix: Sendable, Hashable, Codable {
    /// The fix in words: "did you mean 'agressie'?".
    public var text: String
    /// The text that would take the place of `range`; nil if the fix is advice only.
    public var replacement: String?
    /// What the replacement replaces; nil means the diagnostic's own range.
    public var range: SourceRange?

    /// Creates a fix.
    public init(_ text: String, replacement: String? = nil, at range: SourceRange? = nil) {
      self.text = text
      self.replacement = replacement
      self.range = range
    }
  }

  /// Error or warning.
  public var severity: Severity
  /// A stable name in kebab case, used by tests and by `--diagnostics json`.
  public var id: String
  /// Where the fault is; nil if it has no place in a file.
  public var range: SourceRange?
  /// The fault in one line.
  public var summary: String
  /// Places that help to understand it.
  public var notes: [Note]
  /// Likely fixes, the most likely first.
  public var fixes: [Fix]

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, id: String, at range: SourceRange?, _ summary: String,
    notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.severity = severity
    self.id = id
    self.range = range
    self.summary = summary
    self.notes = notes
    self.fixes = fixes
  }
}

/// The diagnostics of a run, in the order in which the stages reported them.
public struct DiagnosticLog: Sendable {
  /// What was reported so far.
  public private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// Creates an empty log.
  public init() {}

  /// Adds a diagnostic; the same one is kept once.
  public mutating func report(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds everything another log holds.
  public mutating func append(_ other: DiagnosticLog) {
    for diagnostic in other.diagnostics { report(diagnostic) }
  }

  /// Whether an error was reported.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The diagnostics in reading order: by file, line and column; those without a place first.
  public var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      Self.key(left) < Self.key(right)
    }.map(\.element)
  }

  private static func key(_ entry: (offset: Int, element: Diagnostic)) -> (String, Int, Int, Int) {
    guard let range = entry.element.range else { return ("", 0, 0, entry.offset) }
    return (range.file, range.start.line, range.start.column, entry.offset)
  }
}
