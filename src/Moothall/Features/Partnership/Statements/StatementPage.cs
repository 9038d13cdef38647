using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Statements;

/// <summary>A statement as everybody reads it: the partnership's own text, or the draft made from its settings.</summary>
public abstract class StatementPage(MoothallDb db, StatementKind kind) : PageModel
{
    public StatementKind Kind => kind;

    public string Text { get; private set; } = "";

    /// <summary>The statement, where the partnership has written one.</summary>
    public PublicStatement? Own { get; private set; }

    /// <summary>Whether nobody has confirmed the words yet.</summary>
    public bool IsDraft => Own?.ConfirmedOn is null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Own = await db.Set<PublicStatement>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Kind == kind, cancel);
        Text = Own?.Text ?? await StatementDraft.OfAsync(db, kind, cancel);
    }
}
