import CQPDF

/// Reads a finished file back and holds it against the clauses that make it accessible.
///
/// It sees what a validator of PDF/UA does not: content that no element owns, ids that are used
/// twice, a parent tree that disagrees, a figure without content, a link without its annotation.
public enum TaggedPDF {
  /// The faults of a file, each in one sentence; empty for a file without any.
  ///
  /// - Throws: `QPDFError` if the bytes are no PDF.
  public static func check(_ bytes: [UInt8]) throws(QPDFError) -> [String] {
    let file = try QPDFFile(bytes)
    var faults = DocumentClauses(file: file).faults()
    let tree = StructureReader(file: file).read()
    faults += tree.faults
    for page in 0..<file.pageCount {
      let object = file.page(page)
      let content = ContentReader(bytes: try file.content(of: object)).read()
      faults += content.faults.map { "page \(page + 1): \($0)" }
      faults += ownership(of: content.runs, on: page, key: object, in: file, tree: tree)
    }
    try file.checkFaults()
    return faults
  }

  /// The tag tree as text: a line for each element with its role, attributes and content runs.
  ///
  /// - Throws: `QPDFError` if the bytes are no PDF.
  public static func tagTree(_ bytes: [UInt8]) throws(QPDFError) -> String {
    let file = try QPDFFile(bytes)
    let lines = StructureReader(file: file).read().lines
    try file.checkFaults()
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each run of a page is owned by one element, and the parent tree names the same one.
  private static func ownership(
    of runs: [Int], on page: Int, key: QPDFFile.Object, in file: QPDFFile,
    tree: StructureReader.Result
  ) -> [String] {
    var faults: [String] = []
    if Set(runs).count != runs.count { faults.append("page \(page + 1): an MCID is used twice") }
    let number = file.number(of: key)
    let owned = tree.owners[number] ?? [:]
    let parents = file.whole(file.get("StructParents", of: key)).flatMap { tree.parentTree[$0] }
    for run in runs {
      guard let owner = owned[run] else {
        faults.append("page \(page + 1): no element owns MCID \(run)")
        continue
      }
      if parents?.indices.contains(run) != true || parents?[run] != owner {
        faults.append("page \(page + 1): the parent tree disagrees about MCID \(run)")
      }
    }
    for run in owned.keys.sorted() where !runs.contains(run) {
      faults.append("page \(page + 1): an element owns MCID \(run), which is not there")
    }
    return faults
  }
}

/// What a document as a whole must say of itself.
struct DocumentClauses {
  let file: QPDFFile

  func faults() -> [String] {
    let root = file.root
    var faults: [String] = []
    func demand(_ holds: Bool, _ rule: String) {
      if !holds { faults.append(rule) }
    }
    let language = file.get("Lang", of: root).map(file.string) ?? ""
    demand(!language.isEmpty, "the document has no language")
    let marks = file.get("MarkInfo", of: root)
    demand(marks.map { file.isTrue(file.get("Marked", of: $0)) } ?? false, "it is not marked")
    let viewing = file.get("ViewerPreferences", of: root)
    demand(
      viewing.map { file.isTrue(file.get("DisplayDocTitle", of: $0)) } ?? false,
      "viewers are not told to show the title")
    demand(file.get("Metadata", of: root) != nil, "there is no XMP metadata")
    demand(!file.items(of: file.get("OutputIntents", of: root)).isEmpty, "no output intent")
    let information = file.get("Info", of: file.trailer)
    let title = information.flatMap { file.get("Title", of: $0) }.map(file.string) ?? ""
    demand(!title.isEmpty, "the document has no title")
    demand(file.get("ID", of: file.trailer) != nil, "the file has no identifier")
    for page in 0..<file.pageCount {
      demand(
        file.isName(file.get("Tabs", of: file.page(page)), "S"),
        "page \(page + 1): the tab order is not that of the structure")
    }
    return faults
  }
}
