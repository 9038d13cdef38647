using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Settings;

/// <summary>Puts the partnership's own name and colour on every page, as the settings have them at this moment.</summary>
public sealed class MastheadMiddleware(RequestDelegate next)
{
    /// <summary>Handles one request: one query of one row, and none for files.</summary>
    public async Task InvokeAsync(HttpContext context, MoothallDb db, Masthead masthead)
    {
        // Where the records cannot be reached, the page that says so must not ask them for its name again.
        if (context.GetEndpoint() is not null && !Outage.IsShownTo(context))
        {
            var own = await db.Set<PartnershipSettings>()
                .AsNoTracking()
                .Select(settings => new
                {
                    settings.Name,
                    settings.Colour,
                    settings.TeamTelephone,
                    settings.TeamEmail,
                    Invented = settings.DemonstrationSeed != null,
                })
                .SingleOrDefaultAsync(context.RequestAborted);
            if (own is not null)
            {
                (masthead.Name, masthead.Colour, masthead.IsDemonstration) = (
                    own.Name,
                    own.Colour,
                    own.Invented
                );
                (masthead.Telephone, masthead.Email) = (own.TeamTelephone, own.TeamEmail);
            }
        }

        await next(context);
    }
}
