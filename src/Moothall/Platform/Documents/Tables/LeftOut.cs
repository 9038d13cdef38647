namespace Moothall.Platform.Documents.Tables;

/// <summary>Something that is in a file and was not taken in: a hidden column, the comments in the margin.</summary>
/// <param name="Place">Where it is, for a person: "Sheet Plan".</param>
/// <param name="Words">What it is. Of what is hidden, never what it says: who hid it did not mean it to be read.</param>
public sealed record LeftOut(string Place, string Words);
