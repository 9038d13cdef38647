using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;
using Moothall.Platform.Ui;
using QRCoder;

namespace Moothall.Features.Account.SecondFactor;

/// <summary>The key of a new authenticator as a picture. An address of its own, since pages may not carry pictures inside them (settled 30).</summary>
[Open("Reached with the right password, before there is a session.")]
public sealed class QrModel(HalfWay halfWay, Masthead masthead) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await halfWay.FindAsync(HttpContext) is not { NewKey: { } key } found)
        {
            return NotFound();
        }

        var address = Totp.Address(key, masthead.Name, found.Person.Email ?? found.Person.Name);
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return File(picture.GetGraphic(5), "image/png");
    }
}
