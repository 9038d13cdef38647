using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Statements;

/// <summary>What the partnership does with what it knows of people.</summary>
[Open("The law wants it where everybody can read it.")]
public sealed class PrivacyModel(MoothallDb db, CurrentUser reader)
    : StatementPage(db, reader, StatementKind.Privacy);
