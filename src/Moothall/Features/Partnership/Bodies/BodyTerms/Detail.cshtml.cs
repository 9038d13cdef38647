using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.Partnership.Bodies.BodyTerms;

/// <summary>A version of the terms; a draft is its keepers' alone (S1-A3).</summary>
[Access(Permission.SeeBodies)]
public sealed class DetailModel(MoothallDb db, IFileStore store, CurrentUser reader) : PageModel
{
    public TermsVersion Terms { get; private set; } = null!;
    public TermsVersion? Before { get; private set; }
    public GovernanceBody Body { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } terms)
        {
            return NotFound();
        }

        Terms = terms;
        Body = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == terms.BodyId, cancel);
        Before = await db.Set<TermsVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                one => one.BodyId == terms.BodyId && one.Number == terms.Number - 1,
                cancel
            );
        return Page();
    }

    /// <summary>Sends its document.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { File: { } file }
            ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
            : NotFound();

    private Task<TermsVersion?> FindAsync(Guid id, CancellationToken cancel)
    {
        var keeps = reader.May(Permission.KeepBodies);
        return db.Set<TermsVersion>()
            .AsNoTracking()
            .Include(one => one.File)
            .SingleOrDefaultAsync(
                one => one.Id == id && (keeps || one.Status != TermsStatus.Draft),
                cancel
            );
    }
}
