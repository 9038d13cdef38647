using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>
/// An interpreter and an observer who signed and are at the live meeting: no mark is for them, even where somebody once gave
/// them items.
/// </summary>
internal sealed partial class PlantedWorld
{
    public static readonly Person Interpreter = new(
        new("00000000-0000-7000-9000-000000000078"),
        "Inge Tolk",
        null,
        Role.Guest
    );
    public static readonly Person Observer = new(
        new("00000000-0000-7000-9000-000000000079"),
        "Otis Vane",
        null,
        Role.Guest
    );

    private static void AddFollowers(MoothallDb db, AttendanceEntry speaksFor)
    {
        db.Add(Interpreter.ToUser(new(2026, 1, 1)));
        db.Add(Observer.ToUser(new(2026, 1, 1)));
        Come(db, Interpreter, null, AttendeeKind.Interpreter, speaksFor);
        var observes = Come(db, Observer, null, AttendeeKind.Observer);
        var items = db.ChangeTracker.Entries<AgendaItem>().Select(entry => entry.Entity);
        foreach (var item in items.Where(item => item.MeetingId == World.NextMeeting).ToList())
        {
            db.Add(new InviteeItem { EntryId = observes.Id, ItemId = item.Id });
        }
    }
}
