package baton.intake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * Seals secrets with AES-256-GCM, and opens them. A sealed secret is bound to its source, and
 * begins with the number of the key, which is made of the key itself.
 */
@Singleton
class SealedSecrets {

  private static final int KEY_BYTES = 32;

  private final Aead aead;
  private final int current;

  @Inject
  SealedSecrets(SecretKeys keys) {
    this(keys.secretKeys());
  }

  /**
   * @param keys as in {@link SecretKeys#secretKeys}
   * @throws IllegalArgumentException if one is none, without quoting it
   */
  SealedSecrets(List<String> keys) {
    try {
      AeadConfig.register();
      KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
      for (int i = 0; i < keys.size(); i++) {
        AesGcmKey key = key(keys.get(i), i);
        KeysetHandle.Builder.Entry entry =
            KeysetHandle.importKey(key).withFixedId(key.getIdRequirementOrNull());
        keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
      }
      KeysetHandle handle = keyset.build();
      aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
      current = handle.getPrimary().getId();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AesGcmKey key(String text, int index) throws GeneralSecurityException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "baton.intake.secret-keys[" + index + "] is no key of 32 bytes in base64");
    }
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(KEY_BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .setIdRequirement(number(bytes))
        .build();
  }

  /** The same key has the same number at each start and in each instance. */
  private static int number(byte[] key) throws GeneralSecurityException {
    return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
  }

  byte[] seal(String source, String secret) {
    try {
      return aead.encrypt(secret.getBytes(UTF_8), source.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws UnopenedSecret if no key opens it, or it is another source's
   */
  String open(String source, byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, source.getBytes(UTF_8)), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new UnopenedSecret(source);
    }
  }

  /** Whether it is sealed with the key that seals now. */
  boolean isCurrent(byte[] sealed) {
    return sealed.length > 5 && ByteBuffer.wrap(sealed, 1, 4).getInt() == current;
  }
}
