import CMark

/// A node of a parsed Markdown text.
struct MarkdownNode {
  /// The kinds of node, by libcmark's names.
  enum Kind: String {
    case document
    case blockQuote = "block_quote"
    case list
    case item
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case paragraph
    case heading
    case thematicBreak = "thematic_break"
    case footnoteDefinition = "footnote_definition"
    case table
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
    case text
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case code
    case htmlInline = "html_inline"
    case emphasis = "emph"
    case strong
    case link
    case image
    case footnoteReference = "footnote_reference"
    /// A kind that this version of the library has and Katern does not know.
    case unknown
  }

  /// What the node is.
  var kind: Kind
  /// The first line, from 1; of blocks only.
  var startLine: Int
  /// The last line, from 1; of blocks only.
  var endLine: Int
  /// The text of a leaf; a footnote's number in the order of first mention.
  var literal: String = ""
  /// The address of a link.
  var address: String = ""
  /// The level of a heading, or the first number of a list.
  var number = 0
  /// Whether a list is numbered, or a code block fenced.
  var flag = false
  /// The alignments of a table: `l`, `c`, `r` or 0.
  var alignments: [UInt8] = []
  /// The children in order.
  var children: [MarkdownNode] = []
}

/// CommonMark with tables and footnotes, parsed by libcmark-gfm.
enum CommonMark {
  /// How deep nodes may be nested; what is deeper is left out.
  static let depthBound = 48

  /// Parses a text; `isTooDeep` tells that something was left out.
  static func parse(_ bytes: [UInt8]) -> (root: MarkdownNode, isTooDeep: Bool) {
    let empty = MarkdownNode(kind: .document, startLine: 1, endLine: 1)
    guard let document = ParsedDocument(bytes) else { return (empty, false) }
    var isTooDeep = false
    let root = unsafe document.withRoot { unsafe node($0, depth: 0, isTooDeep: &isTooDeep) }
    return (root, isTooDeep)
  }

  private static func node(
    _ pointer: OpaquePointer, depth: Int, isTooDeep: inout Bool
  ) -> MarkdownNode {
    var node = unsafe MarkdownNode(
      kind: kind(pointer),
      startLine: Int(cmark_node_get_start_line(pointer)),
      endLine: Int(cmark_node_get_end_line(pointer)))
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock, .footnoteReference, .footnoteDefinition:
      node.literal = unsafe text(cmark_node_get_literal(pointer))
    case .codeBlock:
      node.literal = unsafe text(cmark_node_get_fence_info(pointer))
      var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
      node.flag = unsafe cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
    case .link:
      node.address = unsafe text(cmark_node_get_url(pointer))
    case .heading:
      node.number = unsafe Int(cmark_node_get_heading_level(pointer))
    case .list:
      node.flag = unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.number = unsafe Int(cmark_node_get_list_start(pointer))
    case .table:
      let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
      if let alignments = unsafe cmark_gfm_extensions_get_table_alignments(pointer) {
        node.alignments = unsafe Array(UnsafeBufferPointer(start: alignments, count: count))
      }
    default: break
    }
    var child = unsafe cmark_node_first_child(pointer)
    if unsafe child != nil, depth >= depthBound {
      isTooDeep = true
      return node
    }
    while let next = unsafe child {
      node.children.append(unsafe self.node(next, depth: depth + 1, isTooDeep: &isTooDeep))
      unsafe child = cmark_node_next(next)
    }
    return node
  }

  private static func kind(_ pointer: OpaquePointer) -> MarkdownNode.Kind {
    switch unsafe cmark_node_get_type(pointer) {
    // The most frequent, so that their names need not be looked up.
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_SOFTBREAK: return .softBreak
    // The library has no names for the nodes of footnotes.
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: break
    }
    return MarkdownNode.Kind(rawValue: unsafe text(cmark_node_get_type_string(pointer))) ?? .unknown
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

/// The one owner of a parsed document.
@safe private struct ParsedDocument: ~Copyable {
  private let root: OpaquePointer

  private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses a text; nil if the library has no memory for it.
  init?(_ bytes: [UInt8]) {
    Self.extensions
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
      return nil
    }
    defer { unsafe cmark_parser_free(parser) }
    if let table = unsafe cmark_find_syntax_extension("table") {
      unsafe cmark_parser_attach_syntax_extension(parser, table)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(
        parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return nil }
    unsafe self.root = unsafe root
  }

  func withRoot<Result>(_ body: (OpaquePointer) -> Result) -> Result { unsafe body(root) }

  deinit { unsafe cmark_node_free(root) }
}
