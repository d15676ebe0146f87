/// A survey file of any kind: its dictionary, and its respondents, read batch by batch.
public struct SurveyFile: Sendable {
  /// Where the file is.
  public let path: String
  /// What the file says of its variables.
  public let dictionary: SurveyDictionary
  private let kind: SurveyFileKind
  private let encoding: TextEncoding?

  /// Opens a file and reads its dictionary.
  ///
  /// The kind is known by how the file begins: SPSS (`.sav`, `.zsav`, `.por`), Stata (`.dta`) or
  /// delimited text.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - encoding: the encoding of its texts, if the file does not say it or says it wrongly; nil for
  ///     what the file says, which for a text file is UTF-8.
  /// - Throws: whatever is wrong with the file.
  public init(path: String, encoding: String? = nil) throws(SurveyFileFault) {
    self.path = path
    if let encoding {
      guard let known = TextEncoding(name: encoding) else { throw .unknownEncoding(encoding) }
      self.encoding = known
    } else {
      self.encoding = nil
    }
    kind = try SurveyFileKind(path: path)
    switch kind {
    case .delimited:
      dictionary = try DelimitedFile.open(path: path, encoding: self.encoding ?? .utf8).dictionary
    case .spss, .portable, .stata:
      var read = try ReadStatDictionary.read(
        path: path, kind: kind, encoding: self.encoding?.name)
      if kind == .spss {
        let sets = try SPSSSets.read(path: path, encoding: self.encoding)
        read.sets = sets.sets
        read.unreadableSets = sets.unreadable
      }
      dictionary = read
    }
  }

  /// Reads all respondents.
  ///
  /// - Parameters:
  ///   - columns: the positions of the variables to read, each once; a batch has them in this order.
  ///   - read: takes a batch; copy what must outlive the call.
  /// - Returns: the SHA-256 of the file, in hexadecimal digits.
  /// - Throws: whatever is wrong with the file; the batches before were read.
  public func readRows(
    of columns: [Int], _ read: (RowBatch) -> Void
  ) throws(SurveyFileFault) -> String {
    switch kind {
    case .delimited:
      var file = try DelimitedFile.open(path: path, encoding: encoding ?? .utf8)
      return try file.readRows(of: columns, read)
    case .spss, .portable, .stata:
      return try ReadStatRows.read(
        self, kind: kind, encoding: encoding?.name, columns: columns, read)
    }
  }
}
