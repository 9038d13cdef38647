using Moothall.Features.Partnership.Calendar;
using Moothall.Features.Plan.Initiatives;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>Something that partners do, and an entry of the calendar.</summary>
internal sealed partial class PlantedWorld
{
    private void AddCalendar(MoothallDb db)
    {
        var initiative = new Initiative
        {
            Details = new()
            {
                Kind = InitiativeKind.Campaign,
                From = new(2026, 12, 1),
                Output = 3,
                Reached = 40,
                EvidenceYear = 2025,
                OnCalendar = OnCalendar.Partners,
            },
            LeadId = World.Police,
        };
        initiative.CallOff("?");
        initiative.Funders.Add(
            new()
            {
                InitiativeId = initiative.Id,
                Order = 1,
                Name = "?",
                Pence = 5000,
            }
        );
        db.AddRange(Marks.Fill(db.Model, Secret.Initiative, initiative));
        Marks.Fill(db.Model, Secret.Initiative, [.. initiative.Funders]);
        db.AddRange(
            Marks.Fill(
                db.Model,
                Secret.Occasion,
                new CalendarOccasion
                {
                    Details = new()
                    {
                        Type = OccasionType.Event,
                        First = new(2026, 12, 2),
                        Audience = CalendarAudience.Partners,
                    },
                }
            )
        );
    }
}
