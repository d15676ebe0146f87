import Diagnostics

extension Diagnostic {
  /// A listed font or dictionary that is not there or cannot be read.
  static func missingFontFile(_ path: String, package: String?) -> Diagnostic {
    Diagnostic(
      .error,
      id: "missing-font-file",
      at: nil,
      "a font or hyphenation dictionary that is listed must be there: \(path)",
      fixes: [
        Fix(
          package.map { "install it: apt-get install \($0)" }
            ?? "put the file there, or take it off the list in fonts.yaml"
        )
      ]
    )
  }

  /// A listed font or dictionary that is another file than the one that was listed.
  static func changedFontFile(
    _ path: String,
    listed: String,
    found: String,
    package: String?
  ) -> Diagnostic {
    Diagnostic(
      .error,
      id: "changed-font-file",
      at: nil,
      "a font or hyphenation dictionary must be the one that was listed: \(path)",
      notes: [Note("listed: SHA-256 \(listed)"), Note("found:  SHA-256 \(found)")],
      fixes: [
        Fix(
          (package.map { "install the version of \($0) that was listed, or " } ?? "")
            + "look at what changed and write the new hash into fonts.yaml"
        )
      ]
    )
  }
}
