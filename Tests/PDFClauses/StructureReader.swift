import CQPDF

/// Reads the structure tree of a finished file.
struct StructureReader {
  let file: QPDFFile

  /// What was read.
  struct Result {
    /// A line for each element, indented.
    var lines: [String] = []
    /// What is wrong with the tree itself.
    var faults: [String] = []
    /// By page object and MCID, the object number of the element that owns it.
    var owners: [Int: [Int: Int]] = [:]
    /// By key, the object numbers that the parent tree names.
    var parentTree: [Int: [Int]] = [:]
    /// The ids of elements.
    var ids: Set<String> = []
    /// The ids that cells name as their headers.
    var headers: [String] = []
    /// The level of the last heading.
    var headingLevel = 0
  }

  static let depthBound = 200

  func read() -> Result {
    var result = Result()
    guard let tree = file.get("StructTreeRoot", of: file.root) else {
      result.faults.append("the document has no structure tree")
      return result
    }
    readParentTree(tree, into: &result)
    for child in children(of: tree) { read(child, depth: 0, page: nil, into: &result) }
    for id in result.headers where !result.ids.contains(id) {
      result.faults.append("a cell names the header '\(id)', which is not there")
    }
    return result
  }

  private func children(of element: QPDFFile.Object) -> [QPDFFile.Object] {
    guard let kids = file.get("K", of: element) else { return [] }
    return file.isArray(kids) ? file.items(of: kids) : [kids]
  }

  private func readParentTree(_ tree: QPDFFile.Object, into result: inout Result) {
    guard let numbers = file.get("ParentTree", of: tree).flatMap({ file.get("Nums", of: $0) })
    else {
      result.faults.append("there is no parent tree")
      return
    }
    let items = file.items(of: numbers)
    for index in stride(from: 0, to: items.count - 1, by: 2) {
      guard let key = file.whole(items[index]) else { continue }
      let value = items[index + 1]
      result.parentTree[key] =
        file.isArray(value)
        ? file.items(of: value).map(file.number) : [file.number(of: value)]
    }
  }

  private func read(
    _ element: QPDFFile.Object, depth: Int, page: Int?, into result: inout Result
  ) {
    guard depth < Self.depthBound else {
      result.faults.append("the tree is deeper than \(Self.depthBound)")
      return
    }
    let role = file.nameText(file.get("S", of: element)) ?? "?"
    let page = file.get("Pg", of: element).map(file.number) ?? page
    let line = result.lines.count
    result.lines.append("")
    checkHeading(role, into: &result)
    var runs = 0
    var links = 0
    for child in children(of: element) {
      if let id = file.whole(child) {
        own(id, by: element, on: page, into: &result)
        runs += 1
      } else if file.isName(file.get("Type", of: child), "MCR") {
        let place = file.get("Pg", of: child).map(file.number) ?? page
        if let id = file.whole(file.get("MCID", of: child)) {
          own(id, by: element, on: place, into: &result)
        }
        runs += 1
      } else if file.isName(file.get("Type", of: child), "OBJR") {
        checkLink(child, of: element, into: &result)
        links += 1
      } else {
        read(child, depth: depth + 1, page: page, into: &result)
      }
    }
    check(element, role: role, runs: runs, links: links, into: &result)
    let counts = (runs > 0 ? " runs=\(runs)" : "") + (links > 0 ? " links=\(links)" : "")
    result.lines[line] =
      String(repeating: "  ", count: depth) + role + describe(element, into: &result) + counts
  }

  private func own(
    _ id: Int, by element: QPDFFile.Object, on page: Int?, into result: inout Result
  ) {
    guard let page else {
      result.faults.append("MCID \(id) is on no page")
      return
    }
    if result.owners[page]?[id] != nil {
      result.faults.append("two elements own MCID \(id) of one page")
    }
    result.owners[page, default: [:]][id] = file.number(of: element)
  }

  private func checkHeading(_ role: String, into result: inout Result) {
    guard role.count == 2, role.hasPrefix("H"), let level = Int(role.dropFirst()) else { return }
    if level > result.headingLevel + 1 {
      result.faults.append("a heading of level \(level) follows level \(result.headingLevel)")
    }
    result.headingLevel = level
  }

  private func check(
    _ element: QPDFFile.Object, role: String, runs: Int, links: Int, into result: inout Result
  ) {
    switch role {
    case "Figure":
      if runs == 0 { result.faults.append("a Figure has no content") }
      let text = file.get("Alt", of: element).map(file.string) ?? ""
      if text.isEmpty { result.faults.append("a Figure has no alternative text") }
    case "Link":
      if links == 0 { result.faults.append("a Link has no annotation") }
      if runs == 0 { result.faults.append("a Link has no content") }
    case "Table":
      let widths = Set(rows(of: element).map(width))
      if widths.count > 1 {
        result.faults.append("the rows of a table have \(widths.sorted()) columns")
      }
    case "TH":
      let scopes = file.items(of: file.get("A", of: element)).compactMap {
        file.get("Scope", of: $0)
      }
      if scopes.isEmpty { result.faults.append("a table header has no scope") }
    default: break
    }
  }

  /// The rows of a table, those of its head and body too.
  private func rows(of table: QPDFFile.Object) -> [QPDFFile.Object] {
    children(of: table).flatMap { child -> [QPDFFile.Object] in
      switch file.nameText(file.get("S", of: child)) {
      case "TR": [child]
      case "THead", "TBody", "TFoot": rows(of: child)
      default: []
      }
    }
  }

  /// How many columns the cells of a row take.
  private func width(of row: QPDFFile.Object) -> Int {
    children(of: row).reduce(0) { width, cell in
      let spans = file.items(of: file.get("A", of: cell)).compactMap {
        file.whole(file.get("ColSpan", of: $0))
      }
      return width + (spans.first ?? 1)
    }
  }

  private func checkLink(
    _ reference: QPDFFile.Object, of element: QPDFFile.Object, into result: inout Result
  ) {
    guard let annotation = file.get("Obj", of: reference) else {
      result.faults.append("a link's object reference is empty")
      return
    }
    let contents = file.get("Contents", of: annotation).map(file.string) ?? ""
    if contents.isEmpty { result.faults.append("a link says nothing to those who cannot see it") }
    let key = file.whole(file.get("StructParent", of: annotation))
    if key.flatMap({ result.parentTree[$0] }) != [file.number(of: element)] {
      result.faults.append("the parent tree disagrees about a link")
    }
  }

  /// Alternative text, id and table attributes as the tag tree shows them.
  private func describe(_ element: QPDFFile.Object, into result: inout Result) -> String {
    var text = ""
    if let id = file.get("ID", of: element) {
      text += " #\(file.string(id))"
      result.ids.insert(file.string(id))
    }
    for attributes in file.items(of: file.get("A", of: element)) {
      if let scope = file.nameText(file.get("Scope", of: attributes)) {
        text += " Scope=\(scope)"
      }
      if let span = file.whole(file.get("ColSpan", of: attributes)) { text += " ColSpan=\(span)" }
      if let summary = file.get("Summary", of: attributes) {
        text += " Summary='\(file.string(summary))'"
      }
      if let numbering = file.nameText(file.get("ListNumbering", of: attributes)) {
        text += " ListNumbering=\(numbering)"
      }
      let headers = file.items(of: file.get("Headers", of: attributes)).map(file.string)
      if !headers.isEmpty {
        text += " Headers=\(headers.joined(separator: ","))"
        result.headers += headers
      }
    }
    if let alternative = file.get("Alt", of: element) {
      text += " Alt='\(file.string(alternative))'"
    }
    if let actual = file.get("ActualText", of: element) {
      text += " ActualText='\(file.string(actual))'"
    }
    return text
  }
}
