using Moothall.Platform.Audit;
using Moothall.Platform.Ui;

namespace Moothall.Features.Admin.AuditLog;

/// <summary>What to show of the audit. It stands in the address, so it holds identifiers and references, never names.</summary>
public sealed class AuditFilter
{
    [Field("Person who acted")]
    public Guid? Person { get; set; }

    [Field(
        "Record",
        Hint = "A reference such as CSH-2026-K7QM, or the identifier shown in an entry.",
        Limit = 60,
        Width = 30
    )]
    public string Record { get; set; } = "";

    [Field("Kind")]
    public AuditKind? Kind { get; set; }

    [Field("From")]
    public DateOnly? From { get; set; }

    [Field("Until")]
    public DateOnly? Until { get; set; }
}
