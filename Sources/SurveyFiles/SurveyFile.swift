/// A survey file of any kind: its dictionary, and its respondents, read batch by batch.
public struct SurveyFile: Sendable {
  /// Where the file is.
  public let path: String
  /// What the file says of its variables.
  public let dictionary: SurveyDictionary
  private let encoding: TextEncoding

  /// Opens a file and reads its dictionary.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - encoding: the encoding of its texts, if the file does not say it or says it wrongly; nil for
  ///     what the file says, which for a text file is UTF-8.
  /// - Throws: whatever is wrong with the file.
  public init(path: String, encoding: String? = nil) throws(SurveyFileFault) {
    self.path = path
    guard let known = TextEncoding(name: encoding ?? "utf-8") else {
      throw .unknownEncoding(encoding ?? "")
    }
    self.encoding = known
    dictionary = try DelimitedFile.open(path: path, encoding: known).dictionary
  }

  /// Reads all respondents.
  ///
  /// - Parameters:
  ///   - columns: the positions of the variables to read; a batch has them in this order.
  ///   - read: takes a batch, which is good until it returns.
  /// - Returns: the SHA-256 of the file, in hexadecimal digits.
  /// - Throws: whatever is wrong with the file; the batches before were read.
  public func readRows(
    of columns: [Int], _ read: (RowBatch) -> Void
  ) throws(SurveyFileFault) -> String {
    var file = try DelimitedFile.open(path: path, encoding: encoding)
    return try file.readRows(of: columns, read)
  }
}
