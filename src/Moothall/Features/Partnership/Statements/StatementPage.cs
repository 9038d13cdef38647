using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Statements;

/// <summary>
/// A statement as everybody reads it: the words the partnership has confirmed. Before, only who may confirm them sees any, for a
/// draft names the members, and where a refuge is one, that is nobody else's to know.
/// </summary>
public abstract class StatementPage(MoothallDb db, CurrentUser reader, StatementKind kind)
    : PageModel
{
    public StatementKind Kind => kind;

    /// <summary>The words shown; empty while there are none for this reader.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the reader may write and confirm it.</summary>
    public bool MayPublish => reader.May(Permission.PublishStatements);

    /// <summary>The statement, where the partnership has written one.</summary>
    public PublicStatement? Own { get; private set; }

    /// <summary>Whether nobody has confirmed the words yet.</summary>
    public bool IsDraft => Own?.ConfirmedOn is null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Own = await db.Set<PublicStatement>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Kind == kind, cancel);
        if (!IsDraft || MayPublish)
        {
            Text = Own?.Text ?? await StatementDraft.OfAsync(db, kind, cancel);
        }
    }
}
