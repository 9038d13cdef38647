using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Statements;

/// <summary>How accessible the product is, and what to do where it is not.</summary>
[Open("The law wants it where everybody can read it.")]
public sealed class AccessibilityModel(MoothallDb db, CurrentUser reader)
    : StatementPage(db, reader, StatementKind.Accessibility);
