using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.Admin.AuditLog;

/// <summary>The last link's position and hash as a text file. Kept elsewhere, it shows later whether the chain was rewritten (security.md).</summary>
[Access(Permission.SeeAudit)]
public sealed class HeadModel(MoothallDb db, ReadNotes reads, TimeProvider clock) : PageModel
{
    public async Task<FileContentResult> OnGetAsync()
    {
        var head = await db.Set<AuditEntry>()
            .AsNoTracking()
            .OrderByDescending(entry => entry.Sequence)
            .FirstOrDefaultAsync();
        var (sequence, hash) = (head?.Sequence ?? 0, Convert.ToHexStringLower(head?.Hash ?? []));
        var text = $"entry {sequence}\nsha256 {hash}\nat {clock.GetUtcNow():u}\n";
        reads.Note("AuditHead", Guid.Empty);
        return File(Encoding.ASCII.GetBytes(text), "text/plain", $"audit-head-{sequence}.txt");
    }
}
