package com.asta.payments.web;

import com.asta.payments.service.GatewayNoticeService;
import com.asta.payments.service.GatewayNoticeService.Receipt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where a payment provider tells what became of an order. No login: the signature over the raw body
 * is what counts. 200 says that it is stored, so that the provider need not repeat it.
 */
@Path("gateway/{name}/notification")
@RequestScoped
public class GatewayNoticeResource {
  private static final int LARGEST_BYTES = 64 * 1024;

  @Inject private GatewayNoticeService notices;

  /** Takes one notification. */
  @POST
  public Response take(
      @PathParam("name") String name,
      @HeaderParam("OpenPayU-Signature") String signature,
      InputStream raw)
      throws IOException {
    byte[] body = raw.readNBytes(LARGEST_BYTES + 1);
    if (body.length > LARGEST_BYTES) {
      return Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
    }
    Receipt receipt = notices.take(name, body, signature);
    return Response.status(receipt == Receipt.WRONG_SIGNATURE ? Status.FORBIDDEN : Status.OK)
        .build();
  }
}
