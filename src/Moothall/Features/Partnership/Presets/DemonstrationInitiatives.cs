using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Initiatives;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Presets;

/// <summary>What the demonstration's partners do for their plan, in the year around today.</summary>
internal sealed class DemonstrationInitiatives(DemonstrationStage stage, DateOnly today)
{
    private readonly PlanYear year = PlanYear.Of(today);
    private Dictionary<int, PlanAction> actions = [];

    /// <summary>Writes them; the plan must be there.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        actions = await stage
            .Db.Set<PlanAction>()
            .ToDictionaryAsync(action => action.Number, cancel);
        Kits();
        Evenings();
        Play();
        Homes();
        Lighting();
        Fraud();
        Litter();
        CalledOff();
        await stage.Db.SaveChangesAsync(cancel);
    }

    private void Kits() =>
        Add(
            "Bleed kits in the town centre",
            InitiativeKind.Hardening,
            "Wendleshire Fire and Rescue Service",
            7,
            (Day(5, 18), Day(6, 12)),
            ["SV"],
            details =>
            {
                details.Done =
                    "Six cabinets with bleed kits, each within three minutes’ walk of the night-time economy. Door staff were shown how to use them.";
                details.Where =
                    "Market Square, the bus station, Corn Street and the leisure centre";
                (details.Output, details.Counted) = (6, "bleed kits installed");
                (details.Reached, details.Who) = (
                    48,
                    "door staff and shop managers shown how to use one"
                );
                details.Evidence =
                    "Eleven calls for stab and glass wounds in the town centre, the nearest kit then 20 minutes away.";
                (details.EvidenceSource, details.EvidenceYear) = (
                    "Invented ambulance figures",
                    year.Begins - 1
                );
                details.Result =
                    "All six are checked each month. One was used in August; the person lived.";
                details.PublicMessage =
                    "Six kits that stop bleeding now hang in the town centre. Ring 999 first: the operator gives you the code.";
                details.OnCalendar = OnCalendar.Public;
            },
            [("Wendleshire Fire and Rescue Service", 180_000), ("Wendleshire Police", 120_000)],
            "Wendleshire Police",
            "Aldermere District Council"
        );

    private void Evenings() =>
        Add(
            "Evening and holiday activities for young people",
            InitiativeKind.Diversion,
            "Aldermere District Council",
            2,
            (year.First, year.Last),
            ["ASB", "DCL", "SVP"],
            details =>
            {
                details.Done =
                    "Football, music and cooking on four evenings a week, and all day in the summer holidays.";
                details.Where = "Three wards with most reports";
                details.OtherPartners = "Aldermere Youth Trust";
                (details.Output, details.Counted) = (142, "sessions");
                (details.Reached, details.Who) = (236, "young people aged 10 to 17");
                details.Evidence =
                    "41 per cent of reports of anti-social behaviour came from three wards, most of them between 17:00 and 21:00.";
                (details.EvidenceSource, details.EvidenceYear) = (
                    "Invented strategic assessment",
                    year.Begins - 1
                );
                details.OnCalendar = OnCalendar.Public;
            },
            [("Aldermere District Council", 1_800_000), ("Local policing body", 1_250_000)],
            "Wendleshire County Council",
            "Wendleshire Police"
        );

    private void Play() =>
        Add(
            "“Lines”: a play about county lines and knives",
            InitiativeKind.Training,
            "Wendleshire County Council",
            4,
            (Day(9, 21), Day(10, 2)),
            ["DCL", "SV", "SVP"],
            details =>
            {
                details.Done = "A play and a talk afterwards, in every secondary school.";
                details.Where = "Five secondary schools";
                details.OtherPartners = "A touring theatre company";
                (details.Output, details.Counted) = (9, "performances");
                (details.Reached, details.Who) = (1_340, "pupils of years 8 and 9");
                details.Result =
                    "Seven in ten pupils could say afterwards how grooming begins; three in ten before.";
            },
            [("Local policing body", 640_000)],
            "Wendleshire Police"
        );

    private void Homes() =>
        Add(
            "Safer homes",
            InitiativeKind.Hardening,
            "Aldermere District Council",
            3,
            (year.First, year.Last),
            ["DA", "SV", "SVP"],
            details =>
            {
                details.Done =
                    "Locks, lights and alarms in homes where somebody lives with domestic abuse, within five working days.";
                (details.Output, details.Counted) = (27, "homes made safer");
                details.OnCalendar = OnCalendar.No;
            },
            [("Aldermere District Council", 950_000)],
            "Wendleshire Police"
        );

    private void Lighting() =>
        Add(
            "New lighting at the bus station",
            InitiativeKind.Works,
            "Aldermere District Council",
            5,
            (Day(2, 1), Day(3, 12)),
            ["ASB", "SV"],
            details =>
            {
                details.Done =
                    "Brighter lamps on the platforms and both paths, and a hedge cut back.";
                details.Where = "Bus station, Canal Path, Mill Lane";
                details.PublicMessage =
                    "You told us that the paths are too dark. The new lamps come in February.";
                details.OnCalendar = OnCalendar.Public;
            },
            [("Safer streets grant", 4_200_000), ("Aldermere District Council", 600_000)],
            "Wendleshire County Council"
        );

    private void Fraud() =>
        Add(
            "Hang up, ring back: talks on fraud",
            InitiativeKind.Campaign,
            "Wendleshire Police",
            6,
            (Day(11, 2), Day(11, 27)),
            ["FR", "SVP"],
            details =>
            {
                details.Done =
                    "Talks at lunch clubs, libraries and with the meals service, and a card to keep beside the telephone.";
                details.Where = "Eleven lunch clubs and four libraries";
                details.OtherPartners = "Aldermere lunch clubs; library volunteers";
                (details.Output, details.Counted) = (2_000, "cards given out");
                (details.Reached, details.Who) = (312, "people who are not online");
                details.PublicMessage =
                    "Your bank never asks you to move your money. Hang up, and ring back from another telephone.";
                details.OnCalendar = OnCalendar.Public;
            },
            [("Wendleshire Police", 85_000)],
            "Aldermere District Council"
        );

    private void Litter() =>
        Add(
            "Count of drug-related litter",
            InitiativeKind.Survey,
            "Aldermere District Council",
            null,
            (Day(7, 6), Day(7, 10)),
            ["DCL"],
            details =>
            {
                details.Done =
                    "Street cleaners counted what they found on the same 30 streets as the year before.";
                (details.Output, details.Counted) = (64, "items found, 91 the year before");
                details.Result =
                    "Half of it lay behind two shops. Both yards are now lit and shut at night.";
            },
            []
        );

    private void CalledOff()
    {
        var fair = Add(
            "Summer fair on Church Green",
            InitiativeKind.Event,
            "Aldermere District Council",
            null,
            (Day(8, 22), null),
            ["ASB"],
            _ => { },
            []
        );
        fair.Stands(InitiativeStatus.Planned);
        DemonstrationReferrals.Must(
            fair.CallOff("The green was flooded, and no other place was free.")
        );
    }

    private Initiative Add(
        string title,
        InitiativeKind kind,
        string lead,
        int? action,
        (DateOnly From, DateOnly? Until) days,
        string[] priorities,
        Action<InitiativeDetails> more,
        (string Name, long Pence)[] funders,
        params string[] partners
    )
    {
        var details = new InitiativeDetails
        {
            Title = title,
            Kind = kind,
            From = days.From,
            Until = days.Until,
        };
        more(details);
        var isOver = (days.Until ?? days.From) < today;
        if (days.From > today)
        {
            // Nothing has come of what is still ahead.
            (details.Output, details.Reached, details.Result) = (null, null, "");
        }

        var initiative = new Initiative
        {
            Details = details,
            LeadId = stage.Written.Organisations[lead].Id,
        };
        initiative.Stands(
            days.From > today ? InitiativeStatus.Planned
            : isOver ? InitiativeStatus.Finished
            : InitiativeStatus.UnderWay
        );
        stage.Db.Add(initiative);
        InitiativeParts.Write(
            stage.Db,
            initiative,
            new()
            {
                LeadId = initiative.LeadId,
                Partners = [.. partners.Select(one => stage.Written.Organisations[one].Id)],
                Priorities = [.. priorities.Select(one => stage.Written.Priorities[one].Id)],
                Actions = action is { } number ? [actions[number].Id] : [],
                Funders =
                [
                    .. funders.Select(one => new FunderInput
                    {
                        Name = one.Name,
                        Amount = FigureText.Money(one.Pence),
                    }),
                ],
            }
        );
        return initiative;
    }

    private DateOnly Day(int month, int day) => year.Day(month, day);
}
