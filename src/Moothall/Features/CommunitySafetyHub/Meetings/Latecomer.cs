using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The item under discussion, as far as arriving is concerned.</summary>
/// <param name="Id">The item.</param>
/// <param name="IsNamed">Whether it is of part B, where people are named.</param>
/// <param name="Since">Since when it is discussed, in UTC.</param>
public sealed record ItemNow(Guid Id, bool IsNamed, DateTime Since)
{
    /// <summary>Finds it; nothing where none is under discussion.</summary>
    public static async Task<ItemNow?> OfAsync(MoothallDb db, HubMeeting meeting)
    {
        var item = await db.Set<AgendaItem>()
            .Where(one => one.Id == meeting.CurrentItemId)
            .Select(one => new
            {
                one.Id,
                one.Part,
                Since = one.RunningSince ?? one.StartedAt,
            })
            .SingleOrDefaultAsync();
        return item is { Since: { } since } && meeting.Status == MeetingStatus.Live
            ? new(item.Id, item.Part == AgendaPart.B, since)
            : null;
    }
}

/// <summary>
/// Who comes while named people are being discussed signs like everyone (S1-7.2f) and joins at the next item: nobody walks
/// into the middle of a case, on a screen or in the room.
/// </summary>
public static class Latecomer
{
    /// <summary>Why someone waits for the next item; nothing where they join at once.</summary>
    /// <param name="item">The item under discussion, if any.</param>
    /// <param name="entry">Their line of the register as it stood before, with the items they are invited for.</param>
    /// <param name="runs">Whether they run the meeting: they could let themselves in, and the meeting may wait for them.</param>
    /// <param name="arrives">When they came, in UTC.</param>
    public static string? WaitsBecause(
        ItemNow? item,
        AttendanceEntry entry,
        bool runs,
        DateTime arrives
    )
    {
        if (item is not { IsNamed: true } || runs)
        {
            return null;
        }

        // Called in for this very item, or in the room when it began and only out for a moment: who waited for it was not.
        var invited = entry.Items.Any(one => one.ItemId == item.Id);
        var wasInTheRoom = entry.LeftAt >= item.Since && entry.WaitsItemId != item.Id;
        var heardItBegin = arrives <= item.Since || wasInTheRoom;
        return invited || heardItBegin
            ? null
            : $"{entry.Name} came while an item about named people was under discussion, and joins at the next.";
    }
}
