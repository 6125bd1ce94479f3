package com.asta.payments.web;

import com.asta.payments.service.GatewayNoticeService;
import com.asta.payments.service.GatewayNoticeService.Receipt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where a payment provider tells what became of an order. No login: the signature over the raw body
 * is what counts. 200 says that it is stored, so that the provider need not repeat it; 429, that it
 * came too often and is to be told again.
 */
@Path("gateway/{name}/notification")
@RequestScoped
public class GatewayNoticeResource {
  private static final int LARGEST_BYTES = 64 * 1024;

  private static final int TOO_OFTEN = 429;

  @Inject private GatewayNoticeService notices;
  @Inject private NoticeThrottle throttle;
  @Inject private HttpServletRequest request;

  /** Takes one notification. */
  @POST
  public Response take(
      @PathParam("name") String name,
      @HeaderParam("OpenPayU-Signature") String signature,
      InputStream raw)
      throws IOException {
    Optional<Long> wait = throttle.waitSeconds(request.getRemoteAddr());
    if (wait.isPresent()) {
      return Response.status(TOO_OFTEN).header(HttpHeaders.RETRY_AFTER, wait.get()).build();
    }
    if (request.getContentLengthLong() > LARGEST_BYTES) {
      return Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
    }
    byte[] body = raw.readNBytes(LARGEST_BYTES + 1);
    if (body.length > LARGEST_BYTES) {
      return Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
    }
    Receipt receipt = notices.take(name, body, signature);
    return Response.status(receipt == Receipt.WRONG_SIGNATURE ? Status.FORBIDDEN : Status.OK)
        .build();
  }
}
