using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>The confidentiality agreement by version; each signature shows which it was (S1-7.1).</summary>
[Access(Permission.ManagePartnership)]
public sealed class WordingsModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ConfidentialityWording> Wordings { get; private set; } = [];

    /// <summary>The version that meetings use today.</summary>
    public int InForce { get; private set; }

    private Dictionary<Guid, int> signatures = [];

    public async Task OnGetAsync()
    {
        var today = UkTime.Today(clock);
        Wordings = await db.Set<ConfidentialityWording>()
            .AsNoTracking()
            .OrderByDescending(wording => wording.Number)
            .ToListAsync();
        InForce = Wordings.FirstOrDefault(wording => wording.From <= today)?.Number ?? 0;
        signatures = await db.Set<ConfidentialitySignature>()
            .GroupBy(signature => signature.WordingId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);
    }

    /// <summary>How often a version was signed.</summary>
    public int Signed(ConfidentialityWording wording) => signatures.GetValueOrDefault(wording.Id);
}
