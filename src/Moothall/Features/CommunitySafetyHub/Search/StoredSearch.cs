using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>The words of a search, encrypted, under an identifier that expires (settled 19). Its row goes soon after.</summary>
public sealed class StoredSearch : Record, IUnaudited
{
    public required Guid OwnerId { get; init; }
    public required byte[] Words { get; init; }
    public required DateTime ExpiresAt { get; init; }
}

/// <summary>Keeps the searches of a person while they read the results.</summary>
public sealed class Searches(
    MoothallDb db,
    HubViewers viewers,
    IDataProtectionProvider protection,
    TimeProvider clock
)
{
    /// <summary>How long results can be opened by the search's address.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("Moothall.Searches");

    /// <summary>Keeps a search for the person in front of the page and says under which identifier.</summary>
    public async Task<Guid> KeepAsync(SearchForm form, CancellationToken cancel)
    {
        var search = new StoredSearch
        {
            OwnerId = (await viewers.CurrentAsync(cancel)).UserId,
            Words = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form)),
            ExpiresAt = clock.GetUtcNow().UtcDateTime + KeptFor,
        };
        db.Add(search);
        return search.Id;
    }

    /// <summary>The viewer's own search, while it is kept.</summary>
    public async Task<SearchForm?> FindAsync(Guid id, CancellationToken cancel)
    {
        var userId = (await viewers.CurrentAsync(cancel)).UserId;
        var now = clock.GetUtcNow().UtcDateTime;
        var words = await db.Set<StoredSearch>()
            .Where(search => search.Id == id && search.OwnerId == userId && search.ExpiresAt > now)
            .Select(search => search.Words)
            .SingleOrDefaultAsync(cancel);
        return words is null
            ? null
            : JsonSerializer.Deserialize<SearchForm>(protector.Unprotect(words));
    }
}

internal sealed class StoredSearchMapping : IEntityTypeConfiguration<StoredSearch>
{
    public void Configure(EntityTypeBuilder<StoredSearch> builder) =>
        builder.HasIndex(search => search.ExpiresAt);
}
